-- position: 290
-- title_lv: Unikālie apmeklētāji
-- title_en: Unique visitors
-- point: all
-- fold: distinct
-- unit: person
-- format: integer
-- direction: more
-- about: persons
-- sexes: 1
-- datasets: event, attendance
-- definition_lv: Dažādi cilvēki, kas kā dalībnieki reģistrēti slēgtos pasākumos; pēc norises dienas.
--   Dzimums ir no dalībnieku reģistra, ja tas tur zināms.
-- definition_en: Different people registered as participants of closed events, by day of the event. Sex is
--   taken from the register of participants where known.
-- counted_lv: Cilvēks divos reģionos valstī kopā ir viens cilvēks.
-- counted_en: A person seen in two regions is one person in the whole country.
-- not_counted_lv: Atvērtu pasākumu apmeklētāji, brīvprātīgie, lektori un organizatori.
-- not_counted_en: Visitors of open events, volunteers, speakers and organisers.
-- anchor: kpi-unique_visitors
SELECT a.row, a.region, e.held_on AS on_date, s.sex, a.person_id AS unit
FROM ingest_attendance AS a
JOIN ingest_event AS e ON e.region = a.region AND e.event_id = a.event_id
LEFT JOIN metrics_sex AS s ON s.person_id = a.person_id
WHERE a.role = 'participant' AND e.open = 0 AND COALESCE(e.status, 'held') = 'held'
