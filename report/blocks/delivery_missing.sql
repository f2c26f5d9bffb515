-- kind: value
-- about: what was expected in the period and did not come
SELECT r.name_lv AS region_lv, r.name_en AS region_en, d.title_lv AS dataset_lv, d.title_en AS dataset_en, d.region AS region_code
FROM ingest_delivery_published AS d
    JOIN ingest_region_published AS r ON r.region = d.region
WHERE d.period = :period AND d.missing
ORDER BY r.position, d.title_lv
