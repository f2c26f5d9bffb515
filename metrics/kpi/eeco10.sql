-- position: 440
-- title_lv: ESF+ dalībnieki: ar vidējo izglītību (ISCED 3–4)
-- title_en: ESF+ participants: with upper secondary or post-secondary education (ISCED 3–4)
-- point: EECO10
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir ar vidējo izglītību (ISCED 3–4).
-- definition_en: ESF+ participants (EECO01) who in their first record are people with upper secondary or
--   post-secondary education (ISCED 3–4).
-- anchor: kpi-eeco10
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND education = 'isced34'
