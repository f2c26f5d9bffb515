-- position: 120
-- title_lv: Pabeigtās iniciatīvas
-- title_en: Initiatives completed
-- point: 24.4
-- fold: count
-- unit: initiative
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Pabeigtās kopienu iniciatīvas pēc beigu dienas.
-- definition_en: Community initiatives completed, by last day.
-- anchor: kpi-initiatives_completed
SELECT row, region, ends_on AS on_date
FROM ingest_initiative
WHERE status = 'completed'
