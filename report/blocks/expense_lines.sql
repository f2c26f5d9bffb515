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
-- column eu_in: eur2 | ES daļa periodā | EU share in the period
SELECT id, title_lv, title_en, budget, in_period, cumulative, share, eu_in, figure
FROM metrics_expense_published
WHERE kind = 'line'
ORDER BY length(id), id
