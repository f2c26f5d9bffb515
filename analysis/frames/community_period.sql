-- title_lv: Kopienas pa mēnešiem
-- title_en: Communities by month
-- y: y
-- time: month
-- unit: community
-- cluster: community
-- first_treated: first_treated
-- staggered_did.inference: welch
WITH RECURSIVE bounds AS (
    SELECT substr((SELECT value FROM ingest_programme WHERE key = 'programme.start'), 1, 7) || '-01' AS from_on,
           (SELECT value FROM metrics_setting WHERE key = 'as_of') AS to_on
),
month (number, from_on) AS (
    SELECT 1, from_on FROM bounds
    UNION ALL
    SELECT number + 1, date_months(from_on, 1) FROM month WHERE date_months(from_on, 1) <= (SELECT to_on FROM bounds)
),
deed AS (
    SELECT e.community_id, e.held_on AS on_date, e.row, 1 AS events, 0.0 AS hours, 0 AS initiatives, 0.0 AS eur
    FROM ingest_event AS e
    WHERE e.community_id IS NOT NULL AND coalesce(e.status, 'held') = 'held'
    UNION ALL
    SELECT coalesce(e.community_id, a.community_id), e.held_on, a.row, 0, coalesce(a.hours, e.hours), 0, 0.0
    FROM ingest_attendance AS a
    JOIN ingest_event AS e ON e.event_id = a.event_id AND e.region = a.region
    WHERE a.role = 'participant' AND coalesce(e.status, 'held') = 'held'
    UNION ALL
    SELECT i.community_id, i.decided_on, i.row, 0, 0.0, 1, i.granted_eur
    FROM ingest_initiative AS i
    WHERE i.decision = 'approved' AND i.community_id IS NOT NULL
),
total AS (
    SELECT d.community_id, m.number, sum(d.events) AS events, exact_sum(d.hours) AS hours,
           sum(d.initiatives) AS initiatives, exact_sum(d.eur) AS eur, exact_sum(o.y) AS y
    FROM deed AS d
    JOIN month AS m ON substr(d.on_date, 1, 7) = substr(m.from_on, 1, 7)
    LEFT JOIN analysis_outcome AS o ON o.row = d.row
    WHERE d.on_date <= (SELECT to_on FROM bounds)
    GROUP BY d.community_id, m.number
),
start AS (
    SELECT c.community_id, min(m.number) AS first_treated
    FROM ingest_community AS c
    JOIN month AS m ON substr(m.from_on, 1, 7) >= substr(c.supported_from, 1, 7)
    GROUP BY c.community_id
)
SELECT c.community_id AS community, c.region, c.setting, m.number AS month, substr(m.from_on, 1, 7) AS label,
       start.first_treated, coalesce(t.y, 0) AS y, coalesce(t.events, 0) AS events, coalesce(t.hours, 0) AS hours,
       coalesce(t.initiatives, 0) AS initiatives, coalesce(t.eur, 0) AS eur
FROM ingest_community AS c
CROSS JOIN month AS m
LEFT JOIN total AS t ON t.community_id = c.community_id AND t.number = m.number
LEFT JOIN start ON start.community_id = c.community_id
ORDER BY c.community_id, m.number
