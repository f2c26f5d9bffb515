-- title_lv: Centru uzdevums pa periodiem
-- title_en: The centres’ task by period
-- unit: region
-- Communities ever supported by the end of each period, and the municipalities of the region;
-- recency 1 is the newest period.
SELECT r.region, p.period, row_number() OVER (PARTITION BY r.region ORDER BY p.position DESC) AS recency,
       (SELECT count(*) FROM ingest_community AS c WHERE c.region = r.region AND c.supported_from <= p.to_on) AS communities,
       (SELECT count(*) FROM ingest_municipality AS m
        WHERE m.region = r.region AND (m.valid_to IS NULL OR m.valid_to > p.to_on) AND coalesce(m.valid_from, '') <= p.to_on) AS municipalities
FROM ingest_region AS r
JOIN metrics_period AS p ON p.grid = 1 AND p.from_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
WHERE r.region <> 'LV'
ORDER BY r.region, p.position
