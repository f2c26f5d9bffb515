-- position: 280
-- title_lv: Apmeklējumi
-- title_en: Visits
-- point: all
-- fold: sum
-- unit: visit
-- format: integer
-- direction: more
-- about: persons
-- sexes: 0
-- datasets: event, attendance
-- definition_lv: Apmeklējumi notikušajos pasākumos: slēgtos pasākumos – reģistrētie dalībnieki un bez
--   identifikatora klātesošie, atvērtos – saskaitītie klātesošie; pēc norises dienas.
-- definition_en: Visits to events held: registered participants and people present without an id at closed
--   events, the headcount at open ones; by day of the event.
-- counted_lv: Katra dalības reize: cilvēks trijos pasākumos ir trīs apmeklējumi.
-- counted_en: Each attendance: a person at three events makes three visits.
-- not_counted_lv: Brīvprātīgie, lektori un organizatori; atvērtos pasākumos parakstījušies dalībnieki (viņi
--   ir klātesošo skaitā).
-- not_counted_en: Volunteers, speakers and organisers; participants who signed in at open events (the
--   headcount holds them).
-- anchor: kpi-visits
SELECT a.row, a.region, e.held_on AS on_date, a.person_id AS unit, 1 AS value
FROM ingest_attendance AS a
JOIN ingest_event AS e ON e.region = a.region AND e.event_id = a.event_id
WHERE a.role = 'participant' AND e.open = 0 AND COALESCE(e.status, 'held') = 'held'
UNION ALL
SELECT row, region, held_on, NULL, headcount
FROM ingest_event
WHERE open = 1 AND headcount IS NOT NULL AND COALESCE(status, 'held') = 'held'
UNION ALL
SELECT row, region, held_on, NULL, unregistered
FROM ingest_event
WHERE unregistered > 0 AND COALESCE(status, 'held') = 'held'
