-- kind: value
-- about: primary outcomes with a verdict `effect` and a higher value, for lists in sentences
SELECT outcome_lv, outcome_en, '„' || outcome_lv || '”' AS quoted_lv, '“' || outcome_en || '”' AS quoted_en
FROM analysis_estimate_published
WHERE headline = 1 AND role = 'primary' AND verdict = 'effect' AND estimate > 0 AND INSTR(plan, '/') = 0
ORDER BY plan
