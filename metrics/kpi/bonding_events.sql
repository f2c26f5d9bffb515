-- position: 270
-- title_lv: Saliedējoši pasākumi
-- title_en: Bonding events
-- point: 24.6
-- fold: count
-- unit: event
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: event
-- definition_lv: Notikušie saliedējošie pasākumi (24.6. apakšpunkts) pēc norises dienas.
-- definition_en: Bonding events (point 24.6) held, by day.
-- not_counted_lv: Plānoti un atcelti pasākumi.
-- not_counted_en: Planned and cancelled events.
-- anchor: kpi-bonding_events
SELECT row, region, held_on AS on_date
FROM ingest_event
WHERE activity = '24.6' AND COALESCE(status, 'held') = 'held'
