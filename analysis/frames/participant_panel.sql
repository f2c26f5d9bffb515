-- title_lv: Dalībnieku pirmā un pēdējā aptauja
-- title_en: Participants: first and last interview
-- y: y1
-- y0: y0
-- y1: y1
-- treated: treated
-- answered: answered
-- cluster: community
-- unit: respondent
WITH interview AS (
    SELECT s.row, s.respondent_id, s.wave, s.community_id, s.sex, s.birth_year, s.interviewed_on, s.home_language,
           s.education, s.employment, s.weight, o.y
    FROM ingest_survey AS s
    JOIN analysis_outcome AS o ON o.row = s.row
    WHERE s.sample = 'participant'
      AND s.respondent_id IS NOT NULL
      AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
),
last AS (
    SELECT respondent_id, max(wave) AS wave
    FROM interview
    WHERE wave > 0 AND y IS NOT NULL
    GROUP BY respondent_id
),
attended AS (
    SELECT a.person_id, exact_sum(coalesce(a.hours, e.hours)) AS hours
    FROM ingest_attendance AS a
    JOIN ingest_event AS e ON e.event_id = a.event_id AND e.region = a.region
    WHERE a.role = 'participant'
      AND e.held_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
      AND coalesce(e.status, 'held') = 'held'
    GROUP BY a.person_id
)
SELECT b.row, b.respondent_id AS respondent, b.y AS y0, later.y AS y1, later.y IS NOT NULL AS answered,
       b.community_id AS community, c.region, c.setting, c.stage,
       coalesce(c.study, CASE WHEN c.supported_from IS NULL THEN 'comparison' ELSE 'supported' END) = 'supported' AS treated,
       attended.hours, b.sex, CAST(substr(b.interviewed_on, 1, 4) AS INTEGER) - b.birth_year AS age,
       b.home_language AS language, b.education, b.employment, b.weight
FROM interview AS b
LEFT JOIN ingest_community AS c ON c.community_id = b.community_id
LEFT JOIN last ON last.respondent_id = b.respondent_id
LEFT JOIN interview AS later ON later.respondent_id = b.respondent_id AND later.wave = last.wave
LEFT JOIN attended ON attended.person_id = b.respondent_id
WHERE b.wave = 0
ORDER BY b.row
