-- kind: value
-- about: rows of the plan that could not be answered, with the reason
SELECT plan, question_lv, question_en, outcome_lv, outcome_en, role, reason_lv, reason_en
FROM analysis_plan_published
WHERE state = 'not_run' AND INSTR(plan, '/') = 0
ORDER BY LENGTH(plan), plan
