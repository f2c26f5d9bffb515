-- position: 90
-- title_lv: Konsultācijas
-- title_en: Consultations
-- point: 24.3
-- fold: count
-- unit: event
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: event
-- definition_lv: Notikušās konsultācijas un tikšanās ar mentoru pēc norises dienas.
-- definition_en: Consultations and mentoring meetings held, by day.
-- not_counted_lv: Plānoti un atcelti pasākumi.
-- not_counted_en: Planned and cancelled events.
-- anchor: kpi-consultations
SELECT row, region, held_on AS on_date
FROM ingest_event
WHERE kind IN ('consultation', 'mentoring') AND COALESCE(status, 'held') = 'held'
