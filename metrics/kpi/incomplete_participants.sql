-- position: 350
-- title_lv: Dalībnieki ar nepilnīgu ierakstu
-- title_en: Participants with an incomplete record
-- point: –
-- fold: distinct
-- unit: person
-- format: integer
-- direction: less
-- about: persons
-- sexes: 0
-- additive: 1
-- datasets: participant
-- definition_lv: Cilvēki dalībnieku reģistrā, kuru pirmais ieraksts nav pilnīgs. Pilnīgs ir ieraksts ar
--   dzimumu, dzimšanas gadu, nodarbinātību un izglītību.
-- definition_en: People in the register of participants whose first record is not complete. A record is
--   complete with sex, year of birth, employment and education.
-- anchor: kpi-incomplete_participants
SELECT row, region, entered_on AS on_date, person_id AS unit
FROM metrics_person
WHERE complete = 0
