-- position: 420
-- title_lv: ESF+ dalībnieki: 55 gadus veci un vecāki
-- title_en: ESF+ participants: aged 55 and above
-- point: EECO08
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir 55 gadus veci un vecāki. Vecums ir
--   iesaistes gads mīnus dzimšanas gads.
-- definition_en: ESF+ participants (EECO01) who in their first record are aged 55 and above. Age is the
--   year of entry minus the year of birth.
-- anchor: kpi-eeco08
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND age >= 55
