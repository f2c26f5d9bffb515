-- title_lv: Kopienas
-- title_en: Communities
-- cluster: community
-- One row a community: gain is the change in the share of points of the self-assessment, change that
-- of the first primary outcome's mean from the first to the last wave of residents' interviews.
WITH setting AS (
    SELECT (SELECT value FROM metrics_setting WHERE key = 'as_of') AS as_of,
           (SELECT outcome FROM ingest_plan WHERE role = 'primary' ORDER BY row LIMIT 1) AS outcome
),
assessed AS (
    SELECT community_id, assessed_on, sum(score) / (2.0 * count(*)) AS share
    FROM ingest_assessment
    WHERE assessed_on <= (SELECT as_of FROM setting)
    GROUP BY community_id, assessed_on
),
assessment AS (
    SELECT a.community_id, z.share - a.share AS gain
    FROM (SELECT community_id, min(assessed_on) AS first_on, max(assessed_on) AS last_on
          FROM assessed GROUP BY community_id HAVING count(*) >= 2) AS b
    JOIN assessed AS a ON a.community_id = b.community_id AND a.assessed_on = b.first_on
    JOIN assessed AS z ON z.community_id = b.community_id AND z.assessed_on = b.last_on
),
checked AS (
    SELECT f.community_id, f.active, f.municipal_cooperation,
           date_days(f.checked_on) - date_days(c.supported_to) BETWEEN 300 AND 450 AS in_window,
           row_number() OVER (PARTITION BY f.community_id, date_days(f.checked_on) - date_days(c.supported_to) BETWEEN 300 AND 450
                              ORDER BY f.checked_on DESC, f.region) AS nth_window,
           row_number() OVER (PARTITION BY f.community_id ORDER BY f.municipal_cooperation IS NULL, f.checked_on DESC, f.region) AS nth
    FROM ingest_followup AS f
    JOIN ingest_community AS c ON c.community_id = f.community_id
    WHERE f.checked_on <= (SELECT as_of FROM setting)
),
wave AS (
    SELECT s.community_id, s.wave, exact_sum(x.score) / count(x.score) AS score
    FROM ingest_survey AS s
    JOIN analysis_score AS x ON x.row = s.row AND x.instrument = (SELECT outcome FROM setting)
    WHERE s.sample = 'resident' AND s.interviewed_on <= (SELECT as_of FROM setting)
    GROUP BY s.community_id, s.wave
),
moved AS (
    SELECT b.community_id, z.score - a.score AS change
    FROM (SELECT community_id, min(wave) AS first_wave, max(wave) AS last_wave
          FROM wave WHERE score IS NOT NULL GROUP BY community_id HAVING count(*) >= 2) AS b
    JOIN wave AS a ON a.community_id = b.community_id AND a.wave = b.first_wave
    JOIN wave AS z ON z.community_id = b.community_id AND z.wave = b.last_wave
),
mentored AS (
    SELECT community_id, exact_sum(hours) AS hours
    FROM ingest_event
    WHERE kind IN ('mentoring', 'consultation') AND coalesce(status, 'held') = 'held' AND held_on <= (SELECT as_of FROM setting)
    GROUP BY community_id
)
SELECT c.community_id AS community, c.region, c.setting, c.stage, c.kind, c.activity_level, c.residents,
       coalesce(c.supported_from <= (SELECT as_of FROM setting), 0) AS supported,
       assessment.gain, active.active AS active_after,
       CASE WHEN c.supported_from <= (SELECT as_of FROM setting) THEN partner.municipal_cooperation END AS cooperation,
       moved.change, coalesce(mentored.hours, 0) AS mentor_hours
FROM ingest_community AS c
LEFT JOIN assessment ON assessment.community_id = c.community_id
LEFT JOIN checked AS active ON active.community_id = c.community_id AND active.in_window AND active.nth_window = 1
LEFT JOIN checked AS partner ON partner.community_id = c.community_id AND partner.nth = 1
LEFT JOIN moved ON moved.community_id = c.community_id
LEFT JOIN mentored ON mentored.community_id = c.community_id
ORDER BY c.community_id
