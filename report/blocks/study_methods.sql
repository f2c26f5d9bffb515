-- kind: value
-- about: which methods the plan used, so that the text explains only these
SELECT
    COUNT(CASE WHEN estimator = 'staggered_did' THEN 1 END) AS staggered,
    COUNT(CASE WHEN estimator IN ('did', 'dr_did') THEN 1 END) AS two_waves,
    COUNT(CASE WHEN estimator IN ('paired', 'mcnemar') THEN 1 END) AS before_after,
    COUNT(CASE WHEN estimator IN ('linear', 'logit', 'poisson', 'negative_binomial', 'ordinal_logit', 'mixed', 'correlation') THEN 1 END) AS regression,
    COUNT(CASE WHEN estimator IN ('ipw', 'entropy_balance', 'balance') THEN 1 END) AS weighting,
    COUNT(CASE WHEN options LIKE '%weights=%' THEN 1 END) AS weighted,
    COUNT(*) AS rows_run
FROM analysis_plan_published
WHERE state = 'run'
