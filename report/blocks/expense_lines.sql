-- kind: table
-- about: expenditure by budget line against budget
-- title_lv: Izdevumi pa budžeta pozīcijām
-- title_en: Expenditure by budget line
-- subtitle_lv: Attiecināmie izdevumi, eiro, pēc samaksas datuma
-- subtitle_en: Eligible expenditure in euro, by date of payment
-- empty_lv: Budžeta pozīcijas nav ievadītas; izdevumi pa pozīcijām nav zināmi.
-- empty_en: No budget lines were entered; expenditure by line is not known.
-- note_lv: Izpilde ir izdevumi kopš projekta sākuma pret budžetu. Avots: centru un projekta vadības izdevumu saraksti.
-- note_en: The share is expenditure since the start against budget. Source: expense lists of the centres and the project's management.
-- column id: text | Pozīcija | Line
-- column title: text | Nosaukums | Title | role=label
-- column budget: eur2 | Budžets | Budget | role=target
-- column in_period: eur2 | Periodā | In the period | figure=in_period
-- column cumulative: eur2 | Kopš sākuma | Since the start | main | role=y | figure=cumulative
-- column share: share | Izpilde | Share | formula=cumulative / budget
-- column eu_in: eur2 | ES daļa periodā | EU share in the period | figure=eu_in
-- column eu_cumulative: eur2 | ES daļa kopā | EU share in all | figure=eu_cumulative
WITH listed AS (
SELECT id, title_lv, title_en, budget, in_period, cumulative, share, eu_in, eu_cumulative, figure, 'data' AS row_kind, 1 AS part
FROM metrics_expense_published
WHERE kind = 'line'
UNION ALL
SELECT '', 'Kopā', 'Total', NULL, v.in_period, v.cumulative, NULL, NULL, NULL, v.figure, 'total', 2
FROM metrics_value_published AS v
WHERE v.kpi = 'expense_eligible_eur' AND v.region = 'LV' AND v.period = :period AND v.sex = ''
    AND EXISTS (SELECT 1 FROM metrics_expense_published AS l WHERE l.kind = 'line')
)
SELECT id, title_lv, title_en, budget, in_period, cumulative, share, eu_in, eu_cumulative, figure, row_kind
FROM listed
ORDER BY part, length(id), id
