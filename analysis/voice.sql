-- Focus groups: how many excerpts speak for and against by theme, and the excerpts that may be
-- quoted. A theme with fewer speakers than the threshold is hidden; a region is named beside a quote
-- only where at least as many people spoke there.
INSERT INTO analysis_voice_published (
    theme, position, title_lv, title_en, excerpts, groups, regions, against, neutral, supportive, hidden, figure)
WITH excerpt AS (
    SELECT theme, region, group_id, stance, coalesce(speaker, 'row ' || row) AS speaker
    FROM ingest_focus_group
    WHERE held_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
),
counted AS (
    SELECT theme, count(*) AS excerpts, count(DISTINCT region || ':' || group_id) AS groups,
           count(DISTINCT region) AS regions, sum(stance = -1) AS against, sum(stance = 0) AS neutral,
           sum(stance = 1) AS supportive,
           count(DISTINCT speaker) < (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold') AS hide
    FROM excerpt
    GROUP BY theme
),
word (theme, lv, en) AS (
    VALUES ('access', 'Piekļūstamība', 'Access'), ('continuity', 'Darba turpināšana', 'Continuity'),
           ('neighbours', 'Kaimiņi', 'Neighbours'), ('participation', 'Līdzdarbība', 'Participation'),
           ('preparedness', 'Sagatavotība', 'Preparedness'), ('trust', 'Uzticēšanās', 'Trust')
)
SELECT c.theme, row_number() OVER (ORDER BY c.theme COLLATE LV), coalesce(w.lv, c.theme), coalesce(w.en, c.theme),
       CASE WHEN hide THEN NULL ELSE excerpts END, CASE WHEN hide THEN NULL ELSE groups END,
       CASE WHEN hide THEN NULL ELSE regions END, CASE WHEN hide THEN NULL ELSE against END,
       CASE WHEN hide THEN NULL ELSE neutral END, CASE WHEN hide THEN NULL ELSE supportive END, hide, 'voice.' || c.theme
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
