-- position: 530
-- title_lv: ESF+ dalībnieki pēc dalības: izglītojas
-- title_en: ESF+ participants upon leaving: in education or training
-- point: EECR02
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: within
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pēc dalības izglītojas; pēc pēdējā ieraksta, kura beigu
--   diena nav vēlāka par datu dienu (ja tādi ir vairāki – mazākais darbības numurs).
-- definition_en: ESF+ participants (EECO01) who are in education or training upon leaving, by the record
--   with the latest day of leaving up to the as-of date (then the lowest activity).
-- anchor: kpi-eecr02
SELECT row, region, left_on AS on_date, sex, person_id AS unit
FROM metrics_exit
WHERE result_education = 1
