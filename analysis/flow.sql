-- The sample flow of residents: interviews by wave and arm, and what was analysed.
INSERT INTO analysis_flow (node, parent, position, arm, wave, label_lv, label_en, persons, communities, figure)
WITH interview AS (
    SELECT s.row, s.wave, s.community_id,
           CASE coalesce(c.study, CASE WHEN c.supported_from IS NULL THEN 'comparison' ELSE 'supported' END)
               WHEN 'supported' THEN 'supported'
               WHEN 'none' THEN 'none'
               ELSE 'comparison'
           END AS arm
    FROM ingest_survey AS s
    JOIN ingest_community AS c ON c.community_id = s.community_id
    WHERE s.sample = 'resident'
      AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
),
counted AS (
    SELECT arm, wave, count(*) AS persons, count(DISTINCT community_id) AS communities
    FROM interview
    GROUP BY arm, wave
)
SELECT 'interview.' || arm || '.' || wave, NULL, row_number() OVER (ORDER BY wave, arm DESC), arm, wave,
       CASE arm
           WHEN 'supported' THEN 'Aptaujāti atbalstītajās kopienās'
           WHEN 'comparison' THEN 'Aptaujāti salīdzināmajās kopienās'
           ELSE 'Aptaujāti kopienās, kas pētījumā neietilpst'
       END,
       CASE arm
           WHEN 'supported' THEN 'Interviewed in supported communities'
           WHEN 'comparison' THEN 'Interviewed in comparison communities'
           ELSE 'Interviewed in communities outside the study'
       END,
       persons, communities, 'flow.interview.' || arm || '.' || wave
FROM counted
ORDER BY wave, arm DESC;
