-- position: 610
-- title_lv: Pasākumi ar iekļaujošiem risinājumiem
-- title_en: Inclusive events
-- point: all
-- fold: count
-- unit: event
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: event
-- definition_lv: Notikušie pasākumi piekļūstamā vietā vai ar vismaz vienu iekļaujošu risinājumu (zīmju
--   valoda, vieglā valoda, bērnu pieskatīšana, mazākumtautību valoda, attālināta dalība); pēc norises dienas.
-- definition_en: Events held in an accessible place or with at least one inclusive measure (sign language,
--   easy language, child care, minority language, remote access), by day.
-- not_counted_lv: Plānoti un atcelti pasākumi.
-- not_counted_en: Planned and cancelled events.
-- anchor: kpi-horizontal_actions
SELECT row, region, held_on AS on_date
FROM ingest_event
WHERE (accessible = 1 OR horizontal IS NOT NULL) AND COALESCE(status, 'held') = 'held'
