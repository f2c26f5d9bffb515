-- position: 520
-- title_lv: ESF+ dalībnieki pēc dalības: meklē darbu
-- title_en: ESF+ participants upon leaving: engaged in job searching
-- point: EECR01
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: within
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pēc dalības meklē darbu; pēc pēdējā ieraksta, kura beigu
--   diena nav vēlāka par datu dienu (ja tādi ir vairāki – mazākais darbības numurs).
-- definition_en: ESF+ participants (EECO01) who are engaged in job searching upon leaving, by the record
--   with the latest day of leaving up to the as-of date (then the lowest activity).
-- anchor: kpi-eecr01
SELECT row, region, left_on AS on_date, sex, person_id AS unit
FROM metrics_exit
WHERE result_job_search = 1
