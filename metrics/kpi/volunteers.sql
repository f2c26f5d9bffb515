-- position: 320
-- title_lv: Brīvprātīgie
-- title_en: Volunteers
-- point: all
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 0
-- datasets: event, attendance
-- definition_lv: Dažādi cilvēki, kas pasākumos reģistrēti kā brīvprātīgie; pēc norises dienas.
-- definition_en: Different people registered as volunteers at events, by day of the event.
-- anchor: kpi-volunteers
SELECT a.row, a.region, e.held_on AS on_date, a.person_id AS unit
FROM ingest_attendance AS a
JOIN ingest_event AS e ON e.region = a.region AND e.event_id = a.event_id
WHERE a.role = 'volunteer' AND COALESCE(e.status, 'held') = 'held'
