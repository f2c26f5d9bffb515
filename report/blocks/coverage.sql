-- kind: value
-- about: how many municipalities have an approved initiative; of silent regions nothing is known
WITH silent (region) AS (
    SELECT region FROM metrics_value_published
    WHERE kpi = 'municipalities_reached' AND period = :period AND sex = '' AND state = 'not_reported'
)
SELECT count(*) AS municipalities, coalesce(sum(initiatives > 0), 0) AS reached,
    coalesce(sum(coalesce(initiatives, 0) = 0 AND region NOT IN silent), 0) AS unreached,
    coalesce(sum(region IN silent), 0) AS unknown
FROM metrics_municipality_published
WHERE :region = 'LV' OR region = :region
