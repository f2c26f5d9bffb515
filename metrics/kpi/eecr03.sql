-- position: 540
-- title_lv: ESF+ dalībnieki pēc dalības: ieguvuši kvalifikāciju
-- title_en: ESF+ participants upon leaving: gaining a qualification
-- point: EECR03
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: within
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pēc dalības ir ieguvuši kvalifikāciju; pēc pēdējā ieraksta,
--   kura beigu diena nav vēlāka par datu dienu (ja tādi ir vairāki – mazākais darbības numurs).
-- definition_en: ESF+ participants (EECO01) who have gained a qualification upon leaving, by the record
--   with the latest day of leaving up to the as-of date (then the lowest activity).
-- anchor: kpi-eecr03
SELECT row, region, left_on AS on_date, sex, person_id AS unit
FROM metrics_exit
WHERE result_qualification = 1
