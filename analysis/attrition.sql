-- Who of the first wave came back: residents by arm beside each primary scale of the plan,
-- participants of events beside the rows that compare them with themselves. Only people whose answers
-- can be linked are counted; those who cannot be are a number of their own, not a loss. front_page:
-- the plan row rests on the panel, and the loss passes 5 points between arms or 20 % overall.
INSERT INTO analysis_attrition (
    plan, wave, arm, sample, invited, answered, linked, not_linkable, rate, differential, front_page, figure)
WITH setting AS (
    SELECT (SELECT value FROM metrics_setting WHERE key = 'as_of') AS as_of
),
plan AS (
    SELECT plan, CASE frame WHEN 'participant_panel' THEN 'participant' ELSE 'resident' END AS sample,
           frame = 'participant_panel' OR coalesce(options, '') LIKE '%panel=yes%' AS is_panel
    FROM analysis_plan
    WHERE state = 'run' AND outcome IN (SELECT instrument FROM ingest_instrument)
      AND (role = 'primary' OR (frame = 'participant_panel' AND role = 'secondary'))
      AND frame IN ('resident_waves', 'participant_panel')
),
community AS (
    SELECT community_id, supported_from,
           CASE coalesce(study, CASE WHEN supported_from IS NULL THEN 'comparison' ELSE 'supported' END)
               WHEN 'supported' THEN 'supported' WHEN 'none' THEN 'none' ELSE 'comparison' END AS arm
    FROM ingest_community
),
interview AS (
    SELECT s.wave, s.sample, s.community_id, s.respondent_id,
           CASE s.sample WHEN 'participant' THEN 'participant' ELSE c.arm END AS arm,
           s.respondent_id IS NOT NULL AND coalesce(s.linked_by, 'issued_code') <> 'none' AS linkable
    FROM ingest_survey AS s
    JOIN community AS c ON c.community_id = s.community_id
    WHERE s.interviewed_on <= (SELECT as_of FROM setting) AND (s.sample = 'participant' OR c.arm <> 'none')
),
base AS (
    SELECT sample, arm, respondent_id FROM interview WHERE wave = 0 AND linkable GROUP BY sample, arm, respondent_id
),
start AS (
    SELECT sample, arm, count(*) AS persons FROM base GROUP BY sample, arm
),
loss AS (
    SELECT i.sample, i.arm, i.wave, count(*) AS answered, sum(NOT i.linkable) AS not_linkable, s.persons,
           count(DISTINCT b.respondent_id) AS linked,
           (SELECT sum(f.invited) FROM ingest_fieldwork AS f JOIN community AS c ON c.community_id = f.community_id
            WHERE f.sample = i.sample AND f.wave = i.wave AND (i.sample = 'participant' OR c.arm = i.arm)) AS invited
    FROM interview AS i
    JOIN start AS s ON s.sample = i.sample AND s.arm = i.arm
    LEFT JOIN base AS b ON b.sample = i.sample AND b.arm = i.arm AND b.respondent_id = i.respondent_id AND i.linkable
    WHERE i.wave > 0
    GROUP BY i.sample, i.arm, i.wave
),
rated AS (
    SELECT l.*, 1.0 - 1.0 * l.linked / l.persons AS rate,
           1.0 - 1.0 * sum(l.linked) OVER (PARTITION BY l.sample, l.wave) / sum(l.persons) OVER (PARTITION BY l.sample, l.wave) AS overall
    FROM loss AS l
),
compared AS (
    SELECT r.*, (SELECT t.rate FROM rated AS t WHERE t.sample = r.sample AND t.wave = r.wave AND t.arm = 'supported')
                - (SELECT c.rate FROM rated AS c WHERE c.sample = r.sample AND c.wave = r.wave AND c.arm = 'comparison') AS differential
    FROM rated AS r
)
SELECT p.plan, c.wave, c.arm, c.sample, c.invited, c.answered, c.linked, c.not_linkable, c.rate, c.differential,
       p.is_panel AND (abs(coalesce(c.differential, 0)) > 0.05 OR c.overall > 0.2),
       'attrition.' || p.plan || '.' || c.wave || '.' || c.arm
FROM plan AS p
JOIN compared AS c ON c.sample = p.sample
ORDER BY p.plan, c.wave, c.arm DESC;
