-- The theory of change, each link with what is known of it: measured (an estimate with a grade),
-- described (an indicator or scale with values, nothing to compare), not_measured.
INSERT INTO analysis_theory_published (
    link, position, from_key, to_key, from_lv, from_en, to_lv, to_en, level, assumption_lv, assumption_en, state, grade,
    plan, kpi, figure)
WITH measure AS (
    SELECT t.link, m.key AS nth, trim(m.value) AS name
    FROM ingest_theory AS t
    JOIN json_each('["' || replace(replace(t.measures, '"', ''), ';', '","') || '"]') AS m
    WHERE t.measures IS NOT NULL
),
indicator AS (
    SELECT m.link, l.kpi, l.figure, row_number() OVER (PARTITION BY m.link ORDER BY m.nth) AS nth
    FROM measure AS m
    JOIN analysis_latest AS l ON l.kpi = m.name AND l.region = 'LV'
    WHERE l.value IS NOT NULL OR l.hidden = 1
),
scale AS (
    SELECT m.link, s.figure, row_number() OVER (PARTITION BY m.link ORDER BY m.nth, s.wave DESC, s.sample) AS nth
    FROM measure AS m
    JOIN analysis_scale AS s ON s.instrument = m.name
),
finding AS (
    SELECT t.link, e.plan, e.grade, e.figure, e.verdict,
           row_number() OVER (
               PARTITION BY t.link
               ORDER BY e.verdict = 'change', CASE e.role WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END,
                        length(e.plan), e.plan) AS nth
    FROM ingest_theory AS t
    JOIN analysis_plan_published AS p
        ON p.link = t.link OR EXISTS (SELECT 1 FROM measure AS m WHERE m.link = t.link AND m.name = p.plan)
    JOIN analysis_estimate_published AS e ON e.plan = p.plan AND e.headline = 1
    WHERE e.role <> 'robustness' AND e.grade IS NOT NULL AND e.hidden = 0
)
SELECT t.link, row_number() OVER (ORDER BY t.row),
       CASE WHEN t.from_lv GLOB '[A-Z][0-9]*' OR t.from_lv GLOB '24.*'
            THEN rtrim(substr(t.from_lv, 1, instr(t.from_lv || ' ', ' ') - 1), ',.') ELSE text_key(t.from_lv) END,
       CASE WHEN t.to_lv GLOB '[A-Z][0-9]*' OR t.to_lv GLOB '24.*'
            THEN rtrim(substr(t.to_lv, 1, instr(t.to_lv || ' ', ' ') - 1), ',.') ELSE text_key(t.to_lv) END,
       t.from_lv, coalesce(t.from_en, t.from_lv), t.to_lv, coalesce(t.to_en, t.to_lv), t.level, t.assumption_lv,
       coalesce(t.assumption_en, t.assumption_lv),
       CASE WHEN f.verdict <> 'change' THEN 'measured'
            WHEN f.link IS NOT NULL OR i.link IS NOT NULL OR s.link IS NOT NULL THEN 'described'
            ELSE 'not_measured' END,
       f.grade, f.plan, i.kpi, coalesce(f.figure, i.figure, s.figure)
FROM ingest_theory AS t
LEFT JOIN finding AS f ON f.link = t.link AND f.nth = 1
LEFT JOIN indicator AS i ON i.link = t.link AND i.nth = 1
LEFT JOIN scale AS s ON s.link = t.link AND s.nth = 1
ORDER BY t.row;
