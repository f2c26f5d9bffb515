-- severity: warning
-- message_lv: dalībnieks reģistrēts atvērtā tipa pasākumā; apmeklējumu skaitā to neieskaita, jo tas jau ir pasākuma dalībnieku kopskaitā
-- message_en: a participant signed in at an open event; not counted as a visit, since the event's headcount holds it
SELECT a."row", 'event_id' AS field
FROM ingest_attendance a
JOIN ingest_event e ON e.event_id = a.event_id AND e.region = a.region
WHERE e."open" = 1 AND coalesce(a.role, 'participant') = 'participant'
ORDER BY a."row"
