-- position: 470
-- title_lv: ESF+ dalībnieki: trešo valstu pilsoņi
-- title_en: ESF+ participants: third-country nationals
-- point: EECO13
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir trešo valstu pilsoņi.
-- definition_en: ESF+ participants (EECO01) who in their first record are third-country nationals.
-- anchor: kpi-eeco13
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND third_country = 1
