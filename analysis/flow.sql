-- The sample flow by arm and wave. Residents: invited, answered, not linkable with an earlier
-- interview (no loss, a row of its own), linked with the first wave, analysed (scored on the first
-- primary outcome, in communities not yet supported at the first wave). Participants of events:
-- answered, not linkable, linked. Arms: supported, comparison (also waiting), none (outside).
INSERT INTO analysis_flow (node, parent, position, arm, wave, step, label_lv, label_en, persons, communities, figure)
WITH setting AS (
    SELECT (SELECT value FROM metrics_setting WHERE key = 'as_of') AS as_of,
           (SELECT outcome FROM ingest_plan WHERE role = 'primary' ORDER BY row LIMIT 1) AS outcome
),
community AS (
    SELECT community_id, supported_from,
           CASE coalesce(study, CASE WHEN supported_from IS NULL THEN 'comparison' ELSE 'supported' END)
               WHEN 'supported' THEN 'supported' WHEN 'none' THEN 'none' ELSE 'comparison' END AS arm
    FROM ingest_community
),
interview AS (
    SELECT s.row, s.wave, s.sample, s.community_id, s.respondent_id, s.interviewed_on,
           CASE s.sample WHEN 'participant' THEN 'participant' ELSE c.arm END AS arm,
           s.respondent_id IS NOT NULL AND coalesce(s.linked_by, 'issued_code') <> 'none' AS linkable
    FROM ingest_survey AS s
    JOIN community AS c ON c.community_id = s.community_id
    WHERE s.interviewed_on <= (SELECT as_of FROM setting)
),
first_wave AS (
    SELECT sample, respondent_id FROM interview
    WHERE linkable AND wave = 0
    GROUP BY sample, respondent_id
),
already AS (
    SELECT i.community_id
    FROM interview AS i
    JOIN community AS c ON c.community_id = i.community_id
    WHERE i.sample = 'resident' AND i.wave = (SELECT min(wave) FROM interview WHERE sample = 'resident')
    GROUP BY i.community_id
    HAVING min(i.interviewed_on) >= c.supported_from
),
step (step, place) AS (
    VALUES ('invited', 1), ('answered', 2), ('not_linkable', 3), ('linked', 4), ('analysed', 5)
),
counted AS (
    SELECT 'invited' AS step, c.arm, f.wave, sum(f.invited) AS persons, count(DISTINCT f.community_id) AS communities
    FROM ingest_fieldwork AS f
    JOIN community AS c ON c.community_id = f.community_id
    WHERE f.sample = 'resident' AND f.started_on <= (SELECT as_of FROM setting)
    GROUP BY c.arm, f.wave
    UNION ALL
    SELECT 'answered', arm, wave, count(*), count(DISTINCT community_id) FROM interview GROUP BY arm, wave
    UNION ALL
    SELECT 'not_linkable', arm, wave, count(*), count(DISTINCT community_id)
    FROM interview
    WHERE NOT linkable
    GROUP BY arm, wave
    UNION ALL
    SELECT 'linked', i.arm, i.wave, count(*), count(DISTINCT i.community_id)
    FROM interview AS i
    JOIN first_wave AS b ON b.sample = i.sample AND b.respondent_id = i.respondent_id
    WHERE i.wave > 0
    GROUP BY i.arm, i.wave
    UNION ALL
    SELECT 'analysed', i.arm, i.wave, count(*), count(DISTINCT i.community_id)
    FROM interview AS i
    JOIN analysis_score AS x ON x.row = i.row AND x.instrument = (SELECT outcome FROM setting) AND x.score IS NOT NULL
    WHERE i.arm IN ('supported', 'comparison') AND i.community_id NOT IN (SELECT community_id FROM already)
    GROUP BY i.arm, i.wave
),
place (arm, arm_place, lv, en) AS (
    VALUES ('supported', 1, 'atbalstītajās kopienās', 'in supported communities'),
           ('comparison', 2, 'salīdzināmajās kopienās', 'in comparison communities'),
           ('none', 3, 'kopienās, kas pētījumā neietilpst', 'in communities outside the study'),
           ('participant', 4, 'pasākumu dalībnieku vidū', 'among participants of events')
)
SELECT c.step || '.' || c.arm || '.' || c.wave,
       CASE c.step WHEN 'invited' THEN NULL
                   WHEN 'answered' THEN (SELECT 'invited.' || u.arm || '.' || u.wave FROM counted AS u
                                         WHERE u.step = 'invited' AND u.arm = c.arm AND u.wave = c.wave)
                   ELSE 'answered.' || c.arm || '.' || c.wave END,
       row_number() OVER (ORDER BY p.arm_place, c.wave, s.place), c.arm, c.wave, c.step,
       CASE c.step WHEN 'invited' THEN 'Uzaicināti ' WHEN 'answered' THEN 'Aptaujāti ' WHEN 'not_linkable' THEN 'Nav sasaistāmi '
                   WHEN 'linked' THEN 'Sasaistīti ar pirmo aptauju ' ELSE 'Analizēti ' END || p.lv,
       CASE c.step WHEN 'invited' THEN 'Invited ' WHEN 'answered' THEN 'Interviewed ' WHEN 'not_linkable' THEN 'Not linkable '
                   WHEN 'linked' THEN 'Linked with the first survey ' ELSE 'Analysed ' END || p.en,
       c.persons, c.communities, 'flow.' || c.step || '.' || c.arm || '.' || c.wave
FROM counted AS c
JOIN step AS s ON s.step = c.step
JOIN place AS p ON p.arm = c.arm
WHERE c.persons > 0
ORDER BY p.arm_place, c.wave, s.place;
