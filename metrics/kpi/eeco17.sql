-- position: 510
-- title_lv: ESF+ dalībnieki: lauku iedzīvotāji
-- title_en: ESF+ participants: from rural areas
-- point: EECO17
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir lauku iedzīvotāji.
-- definition_en: ESF+ participants (EECO01) who in their first record are people from rural areas.
-- anchor: kpi-eeco17
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND rural = 1
