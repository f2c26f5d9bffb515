-- severity: warning
-- message_lv: apmeklējuma stundas ({hours}) pārsniedz pasākuma stundas ({event_hours}); lūdzu, pārbaudiet
-- message_en: hours attended ({hours}) exceed the event's ({event_hours}); please check
SELECT a."row", 'hours' AS field, a.hours AS hours, e.hours AS event_hours
FROM ingest_attendance a
JOIN ingest_event e ON e.event_id = a.event_id AND e.region = a.region
WHERE a.hours > e.hours
ORDER BY a."row"
