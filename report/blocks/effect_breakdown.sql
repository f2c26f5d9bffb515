-- kind: value
-- about: the limit of sensitivity of one row of the plan (a section gives :plan)
-- column breakdown: decimal2 | Robeža | Limit | figure=estimate
SELECT estimate AS breakdown, figure
FROM analysis_estimate_published
WHERE plan = :plan AND term = 'breakdown' AND estimate IS NOT NULL
