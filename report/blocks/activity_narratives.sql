-- kind: value
-- about: accounts of an activity by region: narrative/PERIOD/24.4.kurzeme.lv.md (section activities gives :point)
SELECT DISTINCT n.name, r.region, r.position
FROM ingest_narrative_published AS n
    JOIN ingest_region_published AS r ON n.name = :point || '.' || r.region
WHERE n.period = :period
ORDER BY r.position
