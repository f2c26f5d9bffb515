-- position: 490
-- title_lv: ESF+ dalībnieki: mazākumtautību pārstāvji
-- title_en: ESF+ participants: minorities
-- point: EECO15
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir mazākumtautību pārstāvji.
-- definition_en: ESF+ participants (EECO01) who in their first record are minorities.
-- anchor: kpi-eeco15
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND minority = 1
