-- position: 330
-- title_lv: Dalībnieku stundas
-- title_en: Person-hours
-- point: all
-- fold: sum
-- unit: hour
-- format: integer
-- direction: more
-- about: persons
-- sexes: 0
-- datasets: event, attendance
-- definition_lv: Stundas, ko reģistrētie dalībnieki pavadījuši pasākumos: katra dalībnieka stundas vai, ja
--   tās nav norādītas, pasākuma ilgums; pēc norises dienas.
-- definition_en: Hours that registered participants spent at events: each one’s own hours or, where not
--   given, the length of the event; by day of the event.
-- anchor: kpi-person_hours
SELECT a.row, a.region, e.held_on AS on_date, a.person_id AS unit, COALESCE(a.hours, e.hours) AS value
FROM ingest_attendance AS a
JOIN ingest_event AS e ON e.region = a.region AND e.event_id = a.event_id
WHERE a.role = 'participant' AND COALESCE(e.status, 'held') = 'held'
