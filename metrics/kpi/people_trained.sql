-- position: 300
-- title_lv: Mācību dalībnieki
-- title_en: People trained
-- point: all
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 0
-- datasets: event, attendance
-- definition_lv: Dažādi cilvēki, kas kā dalībnieki reģistrēti slēgtās mācībās; pēc norises dienas.
-- definition_en: Different people registered as participants of closed trainings, by day of the event.
-- anchor: kpi-people_trained
SELECT a.row, a.region, e.held_on AS on_date, a.person_id AS unit
FROM ingest_attendance AS a
JOIN ingest_event AS e ON e.region = a.region AND e.event_id = a.event_id
WHERE a.role = 'participant' AND e.open = 0 AND e.kind = 'training' AND COALESCE(e.status, 'held') = 'held'
