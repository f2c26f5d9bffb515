-- kind: bars
-- about: eligible expenditure by activity against budget
-- title_lv: Izmaksas pa darbībām un to budžets
-- title_en: Expenditure by activity and its budget
-- subtitle_lv: Attiecināmās izmaksas kopš projekta sākuma; svītra – budžets, ja tas ir ievadīts
-- subtitle_en: Eligible expenditure since the start; tick: budget where one was entered
-- note_lv: Administratīvi dati no izdevumu uzskaites pēc samaksas datuma.
-- note_en: Administrative data from the expenditure records, by date of payment.
-- empty_lv: Izdevumu datu vēl nav.
-- empty_en: There are no expenditure data yet.
-- column id: text | Nr. | No.
-- column title: word:point | Darbība | Activity | role=label | main
-- column cumulative: eur | Izmaksas | Expenditure | role=y | figure=cumulative
-- column budget: eur | Budžets | Budget | role=target | figure=budget
-- column share: share | Izlietots | Used | figure=share | formula=cumulative / budget
SELECT id, id AS title, budget, cumulative, share, figure
FROM metrics_expense_published
WHERE kind = 'activity'
ORDER BY LENGTH(id), id
