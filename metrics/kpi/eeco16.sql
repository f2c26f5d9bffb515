-- position: 500
-- title_lv: ESF+ dalībnieki: bezpajumtnieki vai mājokļa zaudēšanas riskam pakļauti cilvēki
-- title_en: ESF+ participants: homeless or affected by housing exclusion
-- point: EECO16
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pirmajā ierakstā ir bezpajumtnieki vai mājokļa zaudēšanas
--   riskam pakļauti cilvēki.
-- definition_en: ESF+ participants (EECO01) who in their first record are homeless or affected by housing
--   exclusion.
-- anchor: kpi-eeco16
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1 AND homeless = 1
