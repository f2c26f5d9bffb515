-- title_lv: Kopienu vidējie pa viļņiem
-- title_en: Community means by wave
-- y: y
-- time: wave
-- unit: community
-- first_treated: first_treated
-- staggered_did.inference: welch
-- treated: treated
-- post: post
-- decomposition.treated: supported
-- cluster: community
WITH interview AS (
    SELECT s.row, s.wave, s.interviewed_on, c.community_id, c.region, c.setting, c.stage, c.supported_from
    FROM ingest_survey AS s
    JOIN ingest_community AS c ON c.community_id = s.community_id
    WHERE s.sample = 'resident'
      AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
      AND coalesce(c.study, '') <> 'none'
),
first_interview AS (
    SELECT community_id, wave, supported_from, min(interviewed_on) AS started_on
    FROM interview
    GROUP BY community_id, wave
),
start AS (
    SELECT community_id, min(wave) AS first_treated
    FROM first_interview
    WHERE started_on >= supported_from
    GROUP BY community_id
)
SELECT i.community_id AS community, i.wave, exact_sum(o.y) / count(o.y) AS y, count(o.y) AS interviews,
       start.first_treated, start.first_treated IS NOT NULL AS treated,
       coalesce(i.wave >= start.first_treated, 0) AS supported,
       coalesce(i.wave >= start.first_treated, i.wave > (SELECT min(wave) FROM interview)) AS post,
       min(i.region) AS region, min(i.setting) AS setting, min(i.stage) AS stage
FROM interview AS i
JOIN analysis_outcome AS o ON o.row = i.row AND o.y IS NOT NULL
LEFT JOIN start ON start.community_id = i.community_id
GROUP BY i.community_id, i.wave
ORDER BY i.community_id, i.wave
