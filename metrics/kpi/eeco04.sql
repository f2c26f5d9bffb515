-- position: 380
-- title_lv: ESF+ dalībnieki: ekonomiski neaktīvi
-- title_en: ESF+ participants: inactive
-- point: EECO04
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir ekonomiski neaktīvi.
-- definition_en: ESF+ participants (EECO01) who in their first record are inactive.
-- anchor: kpi-eeco04
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND employment = 'inactive'
