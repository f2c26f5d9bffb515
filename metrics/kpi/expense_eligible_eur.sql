-- position: 640
-- title_lv: Attiecināmie izdevumi
-- title_en: Eligible expenditure
-- point: 24.10
-- fold: sum
-- unit: eur
-- format: eur
-- direction: more
-- about: things
-- sexes: 0
-- datasets: expense
-- definition_lv: Attiecināmo izdevumu summa pēc maksājuma dienas.
-- definition_en: Sum of eligible expenditure, by day of payment.
-- anchor: kpi-expense_eligible_eur
SELECT row, region, paid_on AS on_date, eligible_eur AS value
FROM ingest_expense
