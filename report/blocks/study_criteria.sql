-- kind: table
-- about: questions of the plan by criterion of Article 44
-- title_lv: Kuru kritēriju kurš plāna jautājums aptver
-- title_en: Which question of the plan covers which criterion
-- empty_lv: Analīzes plāns programmas datos nav ievadīts, tāpēc jautājumus pa kritērijiem parādīt nevar.
-- empty_en: No analysis plan has been entered, so questions cannot be listed by criterion.
-- column criterion: word:criterion
-- column question: text | Jautājums | Question | main
-- column outcome: text | Rādītājs | Outcome
-- column verdict: word:verdict | Atbilde | Answer
-- column grade: grade | Ticamība | Certainty
-- group: criterion
SELECT
    COALESCE(NULLIF(p.criterion, ''), 'effectiveness') AS criterion,
    p.question_lv, COALESCE(p.question_en, p.question_lv) AS question_en, p.outcome_lv, p.outcome_en,
    COALESCE(e.verdict, 'none') AS verdict, e.grade
FROM analysis_plan_published AS p
LEFT JOIN analysis_estimate_published AS e ON e.plan = p.plan AND e.headline = 1
WHERE INSTR(p.plan, '/') = 0 AND p.role IN ('primary', 'secondary', 'exploratory')
ORDER BY criterion, CASE p.role WHEN 'primary' THEN 1 ELSE 2 END, p.plan
