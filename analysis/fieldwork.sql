-- Fieldwork by wave and sample: invited, answered, response rate, dates, how drawn.
INSERT INTO analysis_fieldwork_published (
    wave, sample, invited, answered, response_rate, started_on, ended_on, drawn, mode, communities, hidden, figure)
WITH interview AS (
    SELECT wave, sample, community_id, count(*) AS answered
    FROM ingest_survey
    WHERE interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
    GROUP BY wave, sample, community_id
),
done AS (
    SELECT f.wave, f.sample, f.drawn, sum(f.invited) AS invited, count(DISTINCT f.community_id) AS communities,
           min(f.started_on) AS started_on, max(f.ended_on) AS ended_on,
           CASE WHEN count(DISTINCT f.mode) = 1 THEN min(f.mode) END AS mode,
           sum(coalesce(i.answered, 0)) AS answered
    FROM ingest_fieldwork AS f
    LEFT JOIN interview AS i ON i.wave = f.wave AND i.sample = f.sample AND i.community_id = f.community_id
    WHERE f.started_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
    GROUP BY f.wave, f.sample, f.drawn
),
guarded AS (
    SELECT d.*, answered < (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold') AS hide FROM done AS d
)
SELECT wave, sample, CASE WHEN hide THEN NULL ELSE invited END, CASE WHEN hide THEN NULL ELSE answered END,
       CASE WHEN hide OR answered > invited THEN NULL ELSE 1.0 * answered / nullif(invited, 0) END, started_on, ended_on,
       drawn, mode, communities, hide, 'fieldwork.' || sample || '.' || wave || '.' || drawn
FROM guarded
ORDER BY sample, wave, drawn;
