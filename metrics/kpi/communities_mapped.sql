-- position: 30
-- title_lv: Kartētās kopienas
-- title_en: Communities mapped
-- point: 24.3
-- fold: distinct
-- unit: community
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: community
-- definition_lv: Kopienas, kuras apzinātas kartēšanā, pēc kartēšanas dienas.
-- definition_en: Communities found in the mapping, by the day of mapping.
-- not_counted_lv: Kopienas bez kartēšanas dienas.
-- not_counted_en: Communities without a day of mapping.
-- anchor: kpi-communities_mapped
SELECT row, region, mapped_on AS on_date, community_id AS unit
FROM ingest_community
WHERE mapped_on IS NOT NULL
