-- position: 390
-- title_lv: ESF+ dalībnieki: nodarbināti, arī pašnodarbināti
-- title_en: ESF+ participants: employed, including self-employed
-- point: EECO05
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir nodarbināti, arī pašnodarbināti.
-- definition_en: ESF+ participants (EECO01) who in their first record are employed, including
--   self-employed.
-- anchor: kpi-eeco05
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND employment = 'employed'
