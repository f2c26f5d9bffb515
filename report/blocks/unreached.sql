-- kind: value
-- about: municipalities without an approved initiative, of regions that delivered
SELECT name_lv, short_lv FROM metrics_municipality_published
WHERE coalesce(initiatives, 0) = 0 AND (:region = 'LV' OR region = :region)
    AND region NOT IN (SELECT region FROM metrics_value_published
        WHERE kpi = 'municipalities_reached' AND period = :period AND sex = '' AND state = 'not_reported')
ORDER BY name_lv COLLATE LV
