-- position: 160
-- title_lv: Iniciatīvām izmaksātais finansējums
-- title_en: Funding paid for initiatives
-- point: 24.4
-- fold: sum
-- unit: eur
-- format: eur
-- direction: more
-- about: things
-- sexes: 0
-- datasets: expense
-- definition_lv: Attiecināmie izdevumi, kas saistīti ar iniciatīvu, pēc maksājuma dienas.
-- definition_en: Eligible expenditure tied to an initiative, by day of payment.
-- anchor: kpi-initiative_paid_eur
SELECT row, region, paid_on AS on_date, eligible_eur AS value
FROM ingest_expense
WHERE initiative_id IS NOT NULL
