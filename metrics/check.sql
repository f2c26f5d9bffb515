-- The sums of the common indicators (Regulation (EU) 2021/1057, Annex I): each participant has one
-- employment status and one education; long-term unemployed are among the unemployed; the three age
-- groups leave out those aged 30 to 54. Tested for every region, period and sex.
INSERT INTO metrics_check
WITH eeco AS (
    SELECT kpi, region, period, sex, cumulative AS value, 'cumulative' AS field
    FROM metrics_value
    WHERE kpi = 'esf_participants' OR kpi BETWEEN 'eeco02' AND 'eeco11'
    UNION ALL
    SELECT kpi, region, period, sex, in_period, 'in_period'
    FROM metrics_value
    WHERE kpi = 'esf_participants' OR kpi BETWEEN 'eeco02' AND 'eeco11'
), wide AS (
    SELECT region, period, sex, field,
        max(value) FILTER (WHERE kpi = 'esf_participants') AS e01,
        max(value) FILTER (WHERE kpi = 'eeco02') AS e02,
        max(value) FILTER (WHERE kpi = 'eeco03') AS e03,
        max(value) FILTER (WHERE kpi = 'eeco02') + max(value) FILTER (WHERE kpi = 'eeco04')
            + max(value) FILTER (WHERE kpi = 'eeco05') AS employment,
        max(value) FILTER (WHERE kpi = 'eeco09') + max(value) FILTER (WHERE kpi = 'eeco10')
            + max(value) FILTER (WHERE kpi = 'eeco11') AS education,
        max(value) FILTER (WHERE kpi = 'eeco06') + max(value) FILTER (WHERE kpi = 'eeco07')
            + max(value) FILTER (WHERE kpi = 'eeco08') AS age
    FROM eeco
    GROUP BY region, period, sex, field
)
SELECT 'eeco_employment', 'esf_participants', region, period, e01, employment, employment = e01,
    'EECO01 = EECO02 + EECO04 + EECO05', 'EECO01 = EECO02 + EECO04 + EECO05'
FROM wide WHERE employment IS NOT NULL AND e01 IS NOT NULL
UNION ALL
SELECT 'eeco_education', 'esf_participants', region, period, e01, education, education = e01,
    'EECO01 = EECO09 + EECO10 + EECO11', 'EECO01 = EECO09 + EECO10 + EECO11'
FROM wide WHERE education IS NOT NULL AND e01 IS NOT NULL
UNION ALL
SELECT 'eeco_long_term', 'eeco03', region, period, e02, e03, e03 <= e02,
    'EECO03 nepārsniedz EECO02', 'EECO03 is not above EECO02'
FROM wide WHERE e03 IS NOT NULL AND e02 IS NOT NULL
UNION ALL
SELECT 'eeco_age', 'esf_participants', region, period, e01, age, age <= e01,
    'EECO06 + EECO07 + EECO08 nepārsniedz EECO01', 'EECO06 + EECO07 + EECO08 is not above EECO01'
FROM wide WHERE age IS NOT NULL AND e01 IS NOT NULL;
