-- kind: value
-- about: regions and what they owe for the report's period, for lists in sentences
SELECT
    r.name_lv, r.name_en,
    r.name_lv || ' (' || GROUP_CONCAT(d.title_lv, ', ') || ')' AS pair_lv,
    r.name_en || ' (' || GROUP_CONCAT(d.title_en, ', ') || ')' AS pair_en
FROM (
    SELECT region, dataset, title_lv, title_en
    FROM ingest_delivery_published
    WHERE period = :period AND expected = 1 AND status NOT IN ('delivered', 'late')
    ORDER BY region, dataset) AS d
JOIN ingest_region_published AS r ON r.region = d.region
GROUP BY r.region, r.position, r.name_lv, r.name_en
ORDER BY r.position
