-- kind: table
-- about: expenditure by activity against budget
-- title_lv: Izdevumi pa darbībām
-- title_en: Expenditure by activity
-- subtitle_lv: Attiecināmie izdevumi, eiro, pēc samaksas datuma
-- subtitle_en: Eligible expenditure in euro, by date of payment
-- empty_lv: Izdevumi pa darbībām nav iesniegti.
-- empty_en: No expenditure by activity was delivered.
-- note_lv: Darbību nosaukumi saīsināti; pilnais teksts – 3.1. nodaļā. Avots: izdevumu saraksti.
-- note_en: Titles are shortened; the full text is in section 3.1. Source: expense lists.
-- column id: text | Apakšpunkts | Point
-- column title: word:point | Darbība | Activity | role=label
-- column budget: eur2 | Budžets | Budget | role=target
-- column in_period: eur2 | Periodā | In the period | figure=in_period
-- column cumulative: eur2 | Kopš sākuma | Since the start | main | role=y | figure=cumulative
-- column share: share | Izpilde | Share | formula=cumulative / budget
SELECT id, id AS title, budget, in_period, cumulative, share, figure
FROM metrics_expense_published
WHERE kind = 'activity'
ORDER BY length(id), id
