-- kind: value
-- about: share of expected deliveries that came, behind administrative facts; rows only where something was expected
-- column completeness: share0 | Pilnīgums | Completeness
SELECT reporting_rate AS completeness
FROM metrics_value_published
WHERE kpi = 'communities_supported' AND region = 'LV' AND period = :period AND sex = '' AND reporting_rate IS NOT NULL
