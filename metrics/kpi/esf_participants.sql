-- position: 340
-- title_lv: ESF+ dalībnieki
-- title_en: ESF+ participants
-- point: EECO01
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: 1
-- datasets: participant
-- definition_lv: Cilvēki dalībnieku reģistrā pēc viņu pirmā ieraksta (agrākā iesaistes diena, tad mazākais
--   darbības numurs); tikai tad, ja tas ir pilnīgs. Pilnīgs ir ieraksts ar dzimumu, dzimšanas gadu,
--   nodarbinātību un izglītību.
-- definition_en: People in the register of participants by their first record (earliest day of entry, then
--   lowest activity), if that one is complete. A record is complete with sex, year of birth, employment and
--   education.
-- counted_lv: Katrs cilvēks vienu reizi, tajā reģionā un periodā, kur ir viņa pirmais ieraksts.
-- counted_en: Each person once, in the region and period of the first record.
-- not_counted_lv: Cilvēki ar nepilnīgu pirmo ierakstu un atvērtu pasākumu apmeklētāji.
-- not_counted_en: People whose first record is incomplete, and visitors of open events.
-- anchor: kpi-esf_participants
SELECT row, region, entered_on AS on_date, sex, person_id AS unit
FROM metrics_person
WHERE complete = 1
