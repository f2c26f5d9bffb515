-- position: 450
-- title_lv: ESF+ dalībnieki: ar augstāko izglītību (ISCED 5–8)
-- title_en: ESF+ participants: with tertiary education (ISCED 5–8)
-- point: EECO11
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir ar augstāko izglītību (ISCED 5–8).
-- definition_en: ESF+ participants (EECO01) who in their first record are people with tertiary education
--   (ISCED 5–8).
-- anchor: kpi-eeco11
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND education = 'isced58'
