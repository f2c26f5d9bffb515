-- kind: value
-- about: questions of the plan that could not be estimated, with the reason
SELECT plan, question_lv, question_en, reason_lv, reason_en
FROM analysis_plan_published
WHERE state <> 'run' AND instr(plan, '/') = 0
ORDER BY plan
