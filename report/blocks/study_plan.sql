-- kind: table
-- about: the analysis plan as it was run
-- title_lv: Analīzes plāns un tā izpilde
-- title_en: The analysis plan and how it was run
-- subtitle_lv: Katra rinda ir jautājums, kas uzrakstīts pirms datu analīzes
-- subtitle_en: Each row is a question written before the data were analysed
-- note_lv: Mazākā praktiski nozīmīgā ietekme ir rādītāja mērvienībās. „Mainīts” – rinda pievienota vai mainīta pēc plāna fiksēšanas; tās rezultātu vērtē piesardzīgāk.
-- note_en: The smallest effect of interest is in units of the outcome. “Changed”: the row was added or changed after the plan was locked; its result is read with more care.
-- empty_lv: Analīzes plāns programmas datos nav ievadīts.
-- empty_en: No analysis plan has been entered in the programme's data.
-- column role: text
-- column question: text | Jautājums | Question | main
-- column outcome: text | Rādītājs | Outcome
-- column method: word:estimator | Metode | Method
-- column sesoi: decimal2 | Mazākā nozīmīgā | Smallest of interest
-- column locked_on: date | Fiksēts | Locked on
-- column state: word:planned | Izpilde | Run
-- column reason: text
-- group: role
-- below: reason
SELECT
    CASE role WHEN 'primary' THEN 'Galvenie jautājumi' WHEN 'secondary' THEN 'Papildu jautājumi' WHEN 'robustness' THEN 'Stabilitātes pārbaudes' ELSE 'Izpētes jautājumi' END AS role_lv,
    CASE role WHEN 'primary' THEN 'Primary questions' WHEN 'secondary' THEN 'Secondary questions' WHEN 'robustness' THEN 'Robustness checks' ELSE 'Exploratory questions' END AS role_en,
    question_lv, COALESCE(question_en, question_lv) AS question_en, outcome_lv, outcome_en, estimator AS method,
    sesoi, locked_on,
    CASE WHEN state = 'run' AND changed = 1 THEN 'changed' ELSE state END AS state,
    CASE WHEN state = 'not_run' THEN 'Nav novērtēts: ' || reason_lv END AS reason_lv,
    CASE WHEN state = 'not_run' THEN 'Not estimated: ' || COALESCE(reason_en, reason_lv) END AS reason_en
FROM analysis_plan_published
WHERE INSTR(plan, '/') = 0
ORDER BY CASE role WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 WHEN 'robustness' THEN 3 ELSE 4 END, LENGTH(plan), plan
