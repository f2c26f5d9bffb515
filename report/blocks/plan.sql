-- kind: table
-- about: the analysis plan as it was run
-- title_lv: Analīzes plāns un tā izpilde
-- title_en: The analysis plan and how it was carried out
-- empty_lv: Analīzes plāns nav iesniegts, tāpēc ietekmi nenovērtējām.
-- empty_en: No analysis plan was entered, so no effect was estimated.
-- note_lv: Rinda, kas mainīta vai pievienota pēc plāna noslēgšanas, ir atzīmēta. Avots: analīzes plāns.
-- note_en: A row changed or added after the plan was locked is marked. Source: analysis plan.
-- below: reason
-- column plan: text | Rinda | Row
-- column question: text | Jautājums | Question | role=label
-- column outcome: text | Rādītājs | Indicator
-- column role: word:role | Nozīme | Role
-- column locked_on: date | Noslēgts | Locked
-- column state: text | Izpilde | Carried out
-- column changed: text | Mainīts | Changed
SELECT
    p.plan, p.question_lv, p.question_en, coalesce(p.outcome_lv, p.outcome) AS outcome_lv, coalesce(p.outcome_en, p.outcome_lv, p.outcome) AS outcome_en,
    p.role, p.locked_on, CASE p.state WHEN 'run' THEN 'novērtēts' ELSE 'nav novērtēts' END AS state_lv,
    CASE p.state WHEN 'run' THEN 'estimated' ELSE 'not estimated' END AS state_en,
    CASE WHEN p.changed THEN 'jā' ELSE 'nē' END AS changed_lv, CASE WHEN p.changed THEN 'yes' ELSE 'no' END AS changed_en,
    p.reason_lv, p.reason_en
FROM analysis_plan_published AS p
WHERE instr(p.plan, '/') = 0
ORDER BY p.plan
