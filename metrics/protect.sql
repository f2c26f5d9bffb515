-- Primary suppression: values about persons to which fewer persons than the threshold contributed.
INSERT INTO metrics_disclosure
SELECT 'metrics_value', figure, 'in_period', 'primary', NULL, NULL
FROM metrics_value AS v
JOIN metrics_catalogue AS c ON c.kpi = v.kpi
WHERE c.about = 'persons' AND v.in_period IS NOT NULL AND v.persons_in > 0
    AND v.persons_in < (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold')
UNION ALL
SELECT 'metrics_value', figure, 'cumulative', 'primary', NULL, NULL
FROM metrics_value AS v
JOIN metrics_catalogue AS c ON c.kpi = v.kpi
WHERE c.about = 'persons' AND v.cumulative IS NOT NULL AND v.persons_cumulative > 0
    AND v.persons_cumulative < (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold');
