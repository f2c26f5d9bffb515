-- position: 460
-- title_lv: ESF+ dalībnieki: cilvēki ar invaliditāti
-- title_en: ESF+ participants: with disabilities
-- point: EECO12
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuriem pirmajā ierakstā norādīta invaliditāte.
-- definition_en: ESF+ participants (EECO01) who in their first record are people with disabilities.
-- anchor: kpi-eeco12
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND disability = 1
