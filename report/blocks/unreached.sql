-- kind: value
-- about: municipalities without an approved initiative
SELECT name_lv, short_lv FROM metrics_municipality_published
WHERE coalesce(initiatives, 0) = 0 AND (:region = 'LV' OR region = :region)
ORDER BY name_lv COLLATE LV
