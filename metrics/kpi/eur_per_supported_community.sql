-- position: 650
-- title_lv: Izdevumi uz vienu atbalstītu kopienu
-- title_en: Expenditure per supported community
-- point: 24.3, 24.4, 24.6
-- fold: ratio
-- unit: eur
-- format: eur
-- direction: less
-- about: things
-- sexes: 0
-- datasets: expense, community
-- definition_lv: 24.3., 24.4. un 24.6. apakšpunkta attiecināmie izdevumi pēc maksājuma dienas, dalīti ar to
--   kopienu skaitu, kuru atbalsts sākts tajā pašā laikā.
-- definition_en: Eligible expenditure of points 24.3, 24.4 and 24.6 by day of payment, over the communities
--   whose support began in the same time.
-- anchor: kpi-eur_per_supported_community
SELECT row, region, paid_on AS on_date, eligible_eur AS value, 0 AS base
FROM ingest_expense
WHERE activity IN ('24.3', '24.4', '24.6')
UNION ALL
SELECT row, region, supported_from, 0, 1
FROM ingest_community
WHERE supported_from IS NOT NULL
