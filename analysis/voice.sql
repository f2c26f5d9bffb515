-- Focus groups: how many excerpts speak for and against by theme, and the excerpts that may be
-- quoted. Of a theme with fewer speakers than the threshold only what may be quoted is counted; a region is named beside a quote
-- only where at least as many people spoke there.
INSERT INTO analysis_voice_published (
    theme, position, title_lv, title_en, excerpts, groups, regions, against, neutral, supportive, hidden, figure)
WITH spoken AS (
    SELECT theme, region, group_id, stance, publishable,
           dense_rank() OVER (PARTITION BY theme ORDER BY coalesce(speaker, 'row ' || row)) AS nth
    FROM ingest_focus_group
    WHERE held_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
),
excerpt AS (
    SELECT s.*, (SELECT max(nth) FROM spoken AS o WHERE o.theme = s.theme)
                < (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold') AS few
    FROM spoken AS s
),
counted AS (
    SELECT theme, count(*) AS excerpts, count(DISTINCT region || ':' || group_id) AS groups,
           count(DISTINCT region) AS regions, sum(stance = -1) AS against, sum(stance = 0) AS neutral,
           sum(stance = 1) AS supportive, 0 AS hide
    FROM excerpt
    WHERE NOT few OR publishable = 1
    GROUP BY theme
    UNION ALL
    SELECT theme, NULL, NULL, NULL, NULL, NULL, NULL, 1
    FROM excerpt
    GROUP BY theme
    HAVING min(few) = 1 AND coalesce(max(publishable), 0) = 0
),
word (theme, lv, en) AS (
    VALUES ('access', 'Piekļūstamība', 'Access'), ('continuity', 'Darba turpināšana', 'Continuity'),
           ('neighbours', 'Kaimiņi', 'Neighbours'), ('participation', 'Līdzdarbība', 'Participation'),
           ('preparedness', 'Sagatavotība', 'Preparedness'), ('trust', 'Uzticēšanās', 'Trust')
)
SELECT c.theme, row_number() OVER (ORDER BY c.theme COLLATE LV), coalesce(w.lv, c.theme), coalesce(w.en, c.theme),
       excerpts, groups, regions, against, neutral, supportive, hide, 'voice.' || c.theme
FROM counted AS c
LEFT JOIN word AS w ON w.theme = c.theme
ORDER BY c.theme COLLATE LV;

INSERT INTO analysis_quote_published (theme, position, region, held_on, stance, excerpt_lv, excerpt_en)
WITH spoken AS (
    SELECT region, count(DISTINCT coalesce(speaker, 'row ' || row)) AS speakers
    FROM ingest_focus_group
    WHERE held_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
    GROUP BY region
)
SELECT f.theme, row_number() OVER (PARTITION BY f.theme ORDER BY f.stance DESC, f.held_on, f.region, f.excerpt_no, f.row),
       CASE WHEN s.speakers >= (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold')
            THEN f.region ELSE 'LV' END,
       f.held_on, f.stance, f.excerpt_lv, f.excerpt_en
FROM ingest_focus_group AS f
JOIN spoken AS s ON s.region = f.region
WHERE f.publishable = 1 AND f.held_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
ORDER BY f.theme COLLATE LV, 2;

-- The themes of each plan row: whether those who spoke of them bear the finding out.
INSERT INTO analysis_plan_theme_published (
    plan, position, theme, title_lv, title_en, supportive, neutral, against, relation, hidden)
SELECT p.plan, t.key + 1, v.theme, v.title_lv, v.title_en, v.supportive, v.neutral, v.against,
       CASE WHEN v.hidden = 1 THEN NULL WHEN v.supportive > v.against THEN 'supports'
            WHEN v.against > v.supportive THEN 'contradicts' ELSE 'mixed' END, v.hidden
FROM ingest_plan AS p
JOIN json_each('["' || replace(replace(p.themes, '"', ''), ';', '","') || '"]') AS t
JOIN analysis_voice_published AS v ON v.theme = trim(t.value)
WHERE p.themes IS NOT NULL
ORDER BY p.row, t.key;
