-- kind: value
-- about: municipalities without a supported community
SELECT name_lv, short_lv FROM metrics_municipality_published
WHERE coalesce(communities, 0) = 0 AND (:region = 'LV' OR region = :region)
ORDER BY name_lv COLLATE LV
