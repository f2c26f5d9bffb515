-- kind: value
-- about: how many links of the theory are measured, described, not measured
-- column links: integer | Saites | Links
-- column measured: integer | Izmērītas | Measured
-- column described: integer | Aprakstītas | Described
-- column not_measured: integer | Nav mērītas | Not measured
WITH state AS (
    SELECT
        EXISTS (
            SELECT 1
            FROM analysis_plan_published AS p
            JOIN analysis_estimate_published AS e ON e.plan = p.plan
            WHERE p.link = t.link AND e.headline = 1 AND e.verdict NOT IN ('none', 'change')) AS measured,
        COALESCE(t.measures, '') <> '' AS has_measures
    FROM ingest_theory_published AS t
)
SELECT
    COUNT(*) AS links,
    COUNT(CASE WHEN measured THEN 1 END) AS measured,
    COUNT(CASE WHEN NOT measured AND has_measures THEN 1 END) AS described,
    COUNT(CASE WHEN NOT measured AND NOT has_measures THEN 1 END) AS not_measured
FROM state
