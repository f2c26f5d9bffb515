-- position: 260
-- title_lv: Pieredzes apmaiņas pasākumi
-- title_en: Exchange events
-- point: 24.5
-- fold: count
-- unit: event
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: event
-- definition_lv: Notikušie nacionāla līmeņa sadarbības un pieredzes apmaiņas pasākumi (24.5. apakšpunkts)
--   pēc norises dienas.
-- definition_en: Events of national co-operation and exchange (point 24.5) held, by day.
-- not_counted_lv: Plānoti un atcelti pasākumi.
-- not_counted_en: Planned and cancelled events.
-- anchor: kpi-exchange_events
SELECT row, region, held_on AS on_date
FROM ingest_event
WHERE activity = '24.5' AND COALESCE(status, 'held') = 'held'
