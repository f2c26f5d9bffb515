-- kind: value
-- about: how many municipalities have an approved initiative, and how many a supported community now
SELECT count(*) AS municipalities, coalesce(sum(initiatives > 0), 0) AS reached,
    coalesce(sum(coalesce(initiatives, 0) = 0), 0) AS unreached, coalesce(sum(communities > 0), 0) AS supported
FROM metrics_municipality_published
WHERE :region = 'LV' OR region = :region
