-- kind: value
-- about: how many municipalities have a supported community
SELECT count(*) AS municipalities, coalesce(sum(communities > 0), 0) AS reached, coalesce(sum(coalesce(communities, 0) = 0), 0) AS unreached
FROM metrics_municipality_published
WHERE :region = 'LV' OR region = :region
