-- position: 570
-- title_lv: Kopienas ar pašvērtējumu „Droša kopiena”
-- title_en: Communities assessed as “Safe community”
-- point: Droša kopiena
-- fold: distinct
-- unit: community
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: assessment
-- definition_lv: Kopienas, kas veikušas pašvērtējumu „Droša kopiena”; pēc pašvērtējuma dienas. Skaitlis
--   nenozīmē, ka kopiena visiem kritērijiem atbilst.
-- definition_en: Communities that made the self-assessment “Safe community”, by its day. The number does
--   not say that they meet all criteria.
-- anchor: kpi-safe_communities
SELECT row, region, assessed_on AS on_date, community_id AS unit
FROM ingest_assessment
