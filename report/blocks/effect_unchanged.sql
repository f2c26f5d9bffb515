-- kind: value
-- about: primary outcomes that support did not change noticeably, for lists in sentences
SELECT outcome_lv, outcome_en, '„' || outcome_lv || '”' AS quoted_lv, '“' || outcome_en || '”' AS quoted_en
FROM analysis_estimate_published
WHERE headline = 1 AND role = 'primary' AND verdict = 'no_effect' AND INSTR(plan, '/') = 0
ORDER BY plan
