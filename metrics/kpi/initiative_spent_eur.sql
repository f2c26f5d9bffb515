-- position: 150
-- title_lv: Iniciatīvās izlietotais finansējums
-- title_en: Funding spent by initiatives
-- point: 24.4
-- fold: sum
-- unit: eur
-- format: eur
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Pabeigto iniciatīvu izlietotā summa pēc beigu dienas.
-- definition_en: Sum spent by completed initiatives, by last day.
-- anchor: kpi-initiative_spent_eur
SELECT row, region, ends_on AS on_date, spent_eur AS value
FROM ingest_initiative
WHERE status = 'completed'
