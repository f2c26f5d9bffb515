-- position: 480
-- title_lv: ESF+ dalībnieki: ārvalstu izcelsmes cilvēki
-- title_en: ESF+ participants: with a foreign background
-- point: EECO14
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir ārvalstu izcelsmes cilvēki.
-- definition_en: ESF+ participants (EECO01) who in their first record are people with a foreign background.
-- anchor: kpi-eeco14
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND foreign_background = 1
