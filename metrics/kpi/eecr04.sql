-- position: 550
-- title_lv: ESF+ dalībnieki pēc dalības: nodarbināti
-- title_en: ESF+ participants upon leaving: in employment
-- point: EECR04
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- additive: within
-- datasets: participant
-- definition_lv: ESF+ dalībnieki (EECO01), kuri pēc dalības ir nodarbināti, arī pašnodarbināti; pēc jaunākā
--   ieraksta ar beigu dienu līdz datu dienai (tad mazākais darbības numurs).
-- definition_en: ESF+ participants (EECO01) who are in employment, including self-employment, upon leaving,
--   by the record with the latest day of leaving up to the as-of date (then the lowest activity).
-- anchor: kpi-eecr04
SELECT row, region, left_on AS on_date, sex, person_id AS unit
FROM metrics_exit
WHERE result_employment = 1
