-- kind: value
-- about: primary outcomes for which data are too few, for lists in sentences
SELECT outcome_lv, outcome_en, '„' || outcome_lv || '”' AS quoted_lv, '“' || outcome_en || '”' AS quoted_en
FROM analysis_estimate_published
WHERE headline = 1 AND role = 'primary' AND verdict = 'too_small_to_tell' AND INSTR(plan, '/') = 0
ORDER BY plan
