-- title_lv: Iedzīvotāju aptaujas pa viļņiem
-- title_en: Resident interviews by wave
-- y: y
-- time: wave
-- unit: respondent
-- first_treated: first_treated
-- staggered_did.inference: welch
-- treated: treated
-- post: post
-- cluster: community
-- covariates: sex,age,education
WITH interview AS (
    SELECT s.row, s.respondent_id, s.wave, s.interviewed_on, s.weight, s.sex, s.birth_year, s.home_language,
           s.education, s.employment, c.community_id, c.region, c.setting, c.stage, c.supported_from
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
SELECT i.row, o.y, i.wave, start.first_treated, i.community_id AS community, i.region, i.setting, i.stage,
       i.respondent_id AS respondent, start.first_treated IS NOT NULL AS treated,
       coalesce(i.wave >= start.first_treated, i.wave > (SELECT min(wave) FROM interview)) AS post,
       coalesce(k.weight, i.weight) AS weight, i.sex,
       CAST(substr(i.interviewed_on, 1, 4) AS INTEGER) - i.birth_year AS age, i.home_language AS language,
       i.education, i.employment
FROM interview AS i
JOIN analysis_outcome AS o ON o.row = i.row
LEFT JOIN analysis_weight AS k ON k.row = i.row
LEFT JOIN start ON start.community_id = i.community_id
ORDER BY i.row
