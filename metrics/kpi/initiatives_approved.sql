-- position: 110
-- title_lv: Apstiprinātās iniciatīvas
-- title_en: Initiatives approved
-- point: 24.4
-- fold: count
-- unit: initiative
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Apstiprinātās kopienu iniciatīvas pēc lēmuma dienas.
-- definition_en: Community initiatives approved, by day of decision.
-- anchor: kpi-initiatives_approved
SELECT row, region, decided_on AS on_date
FROM ingest_initiative
WHERE decision = 'approved'
