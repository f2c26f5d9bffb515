-- The roll-out calendar: cohorts of communities by the quarter in which support began (or is
-- planned), never single communities. supported: in the study; earlier: supported before any survey
-- could measure them, or outside the study; waiting: with a planned start; comparison.
INSERT INTO analysis_rollout_published (
    cohort, position, label_lv, label_en, region, from_on, to_on, arm, communities, figure)
WITH start AS (
    SELECT c.community_id,
           CASE WHEN c.study = 'waiting' THEN 'waiting' WHEN c.study = 'comparison' OR (c.study IS NULL AND c.supported_from IS NULL)
                THEN 'comparison' WHEN c.study = 'none' THEN 'earlier' ELSE 'supported' END AS arm,
           CASE WHEN c.study = 'waiting' THEN c.planned_from ELSE c.supported_from END AS from_on,
           CASE WHEN c.study = 'waiting' THEN NULL ELSE c.supported_to END AS to_on
    FROM ingest_community AS c
),
cohort AS (
    SELECT arm, CASE WHEN from_on IS NULL THEN NULL
                     ELSE substr(from_on, 1, 4) || 'Q' || ((CAST(substr(from_on, 6, 2) AS INTEGER) + 2) / 3) END AS quarter,
           min(from_on) AS from_on, max(to_on) AS to_on, count(*) AS communities
    FROM start
    WHERE from_on IS NOT NULL OR arm IN ('comparison', 'waiting')
    GROUP BY arm, 2
)
SELECT arm || '.' || coalesce(quarter, 'none'),
       row_number() OVER (ORDER BY CASE arm WHEN 'earlier' THEN 1 WHEN 'supported' THEN 2 WHEN 'waiting' THEN 3 ELSE 4 END, quarter),
       CASE WHEN quarter IS NOT NULL THEN substr(quarter, 1, 4) || '. gada ' || substr(quarter, 6) || '. ceturksnis'
            WHEN arm = 'waiting' THEN 'Gaida, sākums nav noteikts' ELSE 'Bez atbalsta' END,
       CASE WHEN quarter IS NOT NULL THEN 'Quarter ' || substr(quarter, 6) || ' of ' || substr(quarter, 1, 4)
            WHEN arm = 'waiting' THEN 'Waiting, no start set' ELSE 'Without support' END,
       'LV', from_on, to_on, arm, communities, 'rollout.' || arm || '.' || coalesce(quarter, 'none')
FROM cohort
ORDER BY 2;
