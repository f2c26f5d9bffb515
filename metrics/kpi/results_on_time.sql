-- position: 560
-- title_lv: Rezultāti noteikti laikā
-- title_en: Results recorded on time
-- point: EECR
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: persons
-- sexes: 0
-- datasets: participant
-- definition_lv: To dalības beigu īpatsvars, kurām rezultāts noteikts 28 dienās pēc beigām; pēc beigu
--   dienas.
-- definition_en: Exits whose result was recorded within 28 days, as a share of all exits, by day of
--   leaving.
-- not_counted_lv: Dalības beigas, pēc kurām 28 dienas vēl nav pagājušas.
-- not_counted_en: Exits less than 28 days before the as-of date.
-- anchor: kpi-results_on_time
SELECT row, region, left_on AS on_date, person_id AS unit,
    COALESCE(result_on BETWEEN left_on AND date_add(left_on, 28), 0) AS value, 1 AS base
FROM ingest_participant
WHERE date_add(left_on, 28) <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
