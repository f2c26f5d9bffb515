-- In period against the difference of cumulative values, for counts, sums and what is additive; for
-- other distinct KPIs that difference is at most the in-period value. Stocks, ratios: not tested.
INSERT INTO metrics_reconciliation
    (source, kpi, item, region, period, sex, expected, found, difference, holds, definition, figure)
SELECT 'previous', v.kpi, v.kpi, v.region, v.period, v.sex, v.cumulative - p.cumulative, v.in_period,
    v.cumulative - p.cumulative - v.in_period,
    CASE WHEN c.additive = 1
        THEN abs(v.cumulative - p.cumulative - v.in_period) <= 1e-9 * max(1, abs(v.cumulative))
        ELSE v.cumulative - p.cumulative <= v.in_period END,
    0, v.figure
FROM metrics_value AS v
JOIN metrics_catalogue AS c ON c.kpi = v.kpi
JOIN metrics_setting AS s ON s.key = 'period' AND s.value = v.period
JOIN metrics_setting AS b ON b.key = 'previous_period'
JOIN metrics_previous AS p ON p.kpi = v.kpi AND p.region = v.region AND p.sex = v.sex AND p.period = b.value
WHERE c.fold IN ('count', 'sum', 'distinct') AND v.in_period IS NOT NULL AND v.cumulative IS NOT NULL AND p.cumulative IS NOT NULL;
