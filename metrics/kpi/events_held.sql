-- position: 250
-- title_lv: Notikušie pasākumi
-- title_en: Events held
-- point: all
-- fold: count
-- unit: event
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: event
-- definition_lv: Visi notikušie pasākumi pēc norises dienas.
-- definition_en: All events held, by day.
-- not_counted_lv: Plānoti un atcelti pasākumi.
-- not_counted_en: Planned and cancelled events.
-- anchor: kpi-events_held
SELECT row, region, held_on AS on_date
FROM ingest_event
WHERE COALESCE(status, 'held') = 'held'
