-- After the fold: completeness inside the number, then targets and the share of them reached.
-- A region's grid period counts as delivered when every expected dataset of the KPI came.
INSERT INTO metrics_reporting
SELECT k.kpi, d.region, d.period, t.from_on, t.to_on, min(d.submission IS NOT NULL)
FROM ingest_delivery AS d
JOIN metrics_dataset AS k ON k.dataset = d.dataset
JOIN metrics_period AS t ON t.period = d.period AND t.grid = 1
WHERE d.expected = 1 AND d.region IN ('kurzeme', 'latgale', 'riga', 'vidzeme', 'zemgale')
GROUP BY k.kpi, d.region, d.period;

-- The rate speaks of all periods up to this one; the state of this one first: nothing of it came
-- (not reported), or something is missing here or earlier (partial).
UPDATE metrics_value
SET reporting_rate = r.rate,
    state = CASE WHEN r.here > 0 AND r.came = 0 THEN 'not_reported' WHEN r.rate < 1 THEN 'partial' ELSE 'ok' END
FROM (
    SELECT v.kpi, v.region, v.period,
        avg(r.delivered) AS rate,
        sum(r.to_on >= t.from_on) AS here,
        sum(r.to_on >= t.from_on AND r.delivered) AS came
    FROM metrics_value AS v
    JOIN metrics_period AS t ON t.period = v.period
    JOIN metrics_reporting AS r ON r.kpi = v.kpi AND r.from_on <= t.to_on AND (v.region = 'LV' OR r.region = v.region)
    WHERE v.sex = ''
    GROUP BY v.kpi, v.region, v.period
) AS r
WHERE metrics_value.kpi = r.kpi AND metrics_value.region = r.region AND metrics_value.period = r.period;

UPDATE metrics_value
SET in_period = NULL, cumulative = NULL, numerator = NULL, denominator = NULL, numerator_in = NULL, denominator_in = NULL
WHERE state = 'not_reported';

-- The target of a value: named for its period; else for every period; else, when cumulative, the
-- one whose day lies in the period (the last such), else the next one to come. A region's own target goes
-- before one for each of the five.
UPDATE metrics_value
SET target = c.target, target_kind = c.kind, target_on = c.target_on, basket = c.basket,
    share_of_target = CASE WHEN c.target <> 0
        THEN CASE c.kind WHEN 'cumulative' THEN cumulative ELSE in_period END / c.target END
FROM (
    SELECT *, row_number() OVER (PARTITION BY kpi, region, value_period ORDER BY choice, own DESC, near, target_on, kind, target) AS nth
    FROM (
        SELECT g.kpi, g.region, p.period AS value_period, g.target, g.kind, g.basket, g.own,
            COALESCE(g.to_on, p.to_on) AS target_on,
            CASE
                WHEN g.period = p.period THEN 1
                WHEN g.from_on IS NULL AND g.to_on BETWEEN p.from_on AND p.to_on THEN 2
                WHEN g.period = '*' AND (p.grid = 1 OR g.kind = 'cumulative') THEN 3
                WHEN g.kind = 'cumulative' AND g.to_on BETWEEN p.from_on AND p.to_on THEN 4
                WHEN g.kind = 'cumulative' AND g.to_on > p.to_on THEN 5
            END AS choice,
            CASE WHEN g.to_on > p.to_on THEN date_days(g.to_on) ELSE -COALESCE(date_days(g.to_on), 0) END AS near
        FROM metrics_target AS g
        CROSS JOIN metrics_period AS p
    )
    WHERE choice IS NOT NULL
) AS c
WHERE c.nth = 1 AND metrics_value.kpi = c.kpi AND metrics_value.region = c.region
    AND metrics_value.period = c.value_period AND metrics_value.sex = '';

-- A longer span of the report's own (a year of two half-years) without a target takes the sum of the
-- incremental ones of the periods it is made of.
UPDATE metrics_value
SET target = s.target, target_kind = 'incremental', target_on = s.to_on, basket = s.basket,
    share_of_target = CASE WHEN s.target <> 0 THEN in_period / s.target END
FROM (
    SELECT v.kpi, v.region, p.period, p.to_on, exact_sum(v.target) AS target, max(v.basket) AS basket
    FROM metrics_period AS p
    JOIN metrics_period AS g ON g.grid = 1 AND g.from_on >= p.from_on AND g.to_on <= p.to_on
    JOIN metrics_value AS v ON v.period = g.period AND v.sex = ''
    WHERE p.grid = 0
    GROUP BY v.kpi, v.region, p.period
    HAVING min(g.from_on) = p.from_on AND max(g.to_on) = p.to_on AND min(v.target_kind = 'incremental') = 1
        AND count(v.target) = count(*)
) AS s
WHERE metrics_value.kpi = s.kpi AND metrics_value.region = s.region AND metrics_value.period = s.period
    AND metrics_value.sex = '' AND metrics_value.target IS NULL;
