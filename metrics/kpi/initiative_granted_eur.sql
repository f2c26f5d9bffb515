-- position: 140
-- title_lv: Iniciatīvām piešķirtais finansējums
-- title_en: Funding granted to initiatives
-- point: 24.4
-- fold: sum
-- unit: eur
-- format: eur
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Apstiprinātajām iniciatīvām piešķirtā summa pēc lēmuma dienas.
-- definition_en: Sum granted to approved initiatives, by day of decision.
-- anchor: kpi-initiative_granted_eur
SELECT row, region, decided_on AS on_date, granted_eur AS value
FROM ingest_initiative
WHERE decision = 'approved'
