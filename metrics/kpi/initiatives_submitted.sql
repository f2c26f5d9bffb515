-- position: 100
-- title_lv: Iesniegtie iniciatīvu pieteikumi
-- title_en: Initiative applications submitted
-- point: 24.4
-- fold: count
-- unit: initiative
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Kopienu iniciatīvu pieteikumi pēc iesniegšanas dienas.
-- definition_en: Applications of community initiatives, by day of submission.
-- anchor: kpi-initiatives_submitted
SELECT row, region, submitted_on AS on_date
FROM ingest_initiative
