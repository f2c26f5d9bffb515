-- position: 580
-- title_lv: Pašvērtējuma „Droša kopiena” rezultāts
-- title_en: Score of “Safe community”
-- point: Droša kopiena
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: assessment
-- definition_lv: Pašvērtējumā „Droša kopiena” iegūto punktu īpatsvars iespējamo vidū (divi punkti par
--   kritēriju); pēc pašvērtējuma dienas.
-- definition_en: Points reached in the self-assessment “Safe community” as a share of those possible (two a
--   criterion), by its day.
-- anchor: kpi-safe_community_score
SELECT row, region, assessed_on AS on_date, score AS value, 2 AS base
FROM ingest_assessment
