-- position: 400
-- title_lv: ESF+ dalībnieki: jaunāki par 18 gadiem
-- title_en: ESF+ participants: below 18 years
-- point: EECO06
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir jaunāki par 18 gadiem. Vecums ir
--   iesaistes gads mīnus dzimšanas gads.
-- definition_en: ESF+ participants (EECO01) who in their first record are people below 18 years. Age is the
--   year of entry minus the year of birth.
-- anchor: kpi-eeco06
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND age < 18
