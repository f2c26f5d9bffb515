-- position: 370
-- title_lv: ESF+ dalībnieki: ilgstošie bezdarbnieki
-- title_en: ESF+ participants: long-term unemployed
-- point: EECO03
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir ilgstošie bezdarbnieki.
-- definition_en: ESF+ participants (EECO01) who in their first record are long-term unemployed.
-- anchor: kpi-eeco03
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND employment = 'long_term_unemployed'
