-- kind: table
-- about: questions of the plan by criterion of Article 44
-- title_lv: Atbildes uz plāna jautājumiem pa kritērijiem
-- title_en: Answers to the questions of the plan by criterion
-- empty_lv: Analīzes plāns programmas datos nav ievadīts, tāpēc jautājumus pa kritērijiem parādīt nevar.
-- empty_en: No analysis plan has been entered, so questions cannot be listed by criterion.
-- column criterion: word:criterion
-- column question: text | Jautājums | Question | main
-- column outcome: text | Rādītājs | Outcome
-- column verdict: word:verdict | Atbilde | Answer
-- column grade: grade | Ticamība | Certainty
-- group: criterion
WITH questions AS (
    SELECT
        REPLACE(REPLACE(LOWER(COALESCE(NULLIF(p.criterion, ''), 'effectiveness')), '-', '_'), ' ', '_') AS criterion,
        p.plan, p.role, p.question_lv, COALESCE(p.question_en, p.question_lv) AS question_en, p.outcome_lv, p.outcome_en,
        COALESCE(e.verdict, 'none') AS verdict, e.grade
    FROM analysis_plan_published AS p
    LEFT JOIN analysis_estimate_published AS e ON e.plan = p.plan AND e.headline = 1
    WHERE INSTR(p.plan, '/') = 0 AND p.role IN ('primary', 'secondary', 'exploratory')
)
SELECT criterion, question_lv, question_en, outcome_lv, outcome_en, verdict, grade
FROM questions
ORDER BY
    INSTR('effectiveness efficiency relevance coherence eu_added_value inclusiveness non_discrimination visibility', criterion),
    CASE role WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, LENGTH(plan), plan
