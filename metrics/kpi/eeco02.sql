-- position: 360
-- title_lv: ESF+ dalībnieki: bezdarbnieki, arī ilgstošie
-- title_en: ESF+ participants: unemployed, including long-term unemployed
-- point: EECO02
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir bezdarbnieki, arī ilgstošie.
-- definition_en: ESF+ participants (EECO01) who in their first record are unemployed, including long-term
--   unemployed.
-- anchor: kpi-eeco02
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND employment IN ('unemployed', 'long_term_unemployed')
