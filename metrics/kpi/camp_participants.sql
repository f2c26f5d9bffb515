-- position: 310
-- title_lv: Nometņu dalībnieki
-- title_en: Camp participants
-- point: all
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 0
-- datasets: event, attendance
-- definition_lv: Dažādi cilvēki, kas kā dalībnieki reģistrēti slēgtās nometnēs; pēc norises dienas.
-- definition_en: Different people registered as participants of closed camps, by day of the event.
-- anchor: kpi-camp_participants
SELECT a.row, a.region, e.held_on AS on_date, a.person_id AS unit
FROM ingest_attendance AS a
JOIN ingest_event AS e ON e.region = a.region AND e.event_id = a.event_id
WHERE a.role = 'participant' AND e.open = 0 AND e.kind = 'camp' AND COALESCE(e.status, 'held') = 'held'
