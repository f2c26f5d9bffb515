-- position: 410
-- title_lv: ESF+ dalībnieki: 18–29 gadus veci
-- title_en: ESF+ participants: aged 18–29
-- point: EECO07
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir 18–29 gadus veci. Vecums ir iesaistes
--   gads mīnus dzimšanas gads.
-- definition_en: ESF+ participants (EECO01) who in their first record are aged 18–29. Age is the year of
--   entry minus the year of birth.
-- anchor: kpi-eeco07
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND age BETWEEN 18 AND 29
