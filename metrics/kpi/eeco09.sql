-- position: 430
-- title_lv: ESF+ dalībnieki: ar pamata vai zemāku izglītību (ISCED 0–2)
-- title_en: ESF+ participants: with lower secondary education or less (ISCED 0–2)
-- point: EECO09
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir ar pamata vai zemāku izglītību (ISCED
--   0–2).
-- definition_en: ESF+ participants (EECO01) who in their first record are people with lower secondary
--   education or less (ISCED 0–2).
-- anchor: kpi-eeco09
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND education = 'isced02'
