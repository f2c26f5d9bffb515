-- kind: value
-- about: the questions of a criterion with verdict and grade (section criteria gives :criterion)
-- column estimate: decimal2 | figure=estimate
-- column magnitude: decimal2 | figure=estimate
-- column ci_low: decimal2 | figure=ci_low
-- column ci_high: decimal2 | figure=ci_high
-- column mde: decimal2 | figure=mde
-- column sesoi: decimal2
-- column n_clusters: integer | figure=n_clusters
SELECT
    p.plan, p.question_lv, p.question_en, coalesce(e.outcome_lv, p.outcome_lv, p.outcome) AS outcome_lv, coalesce(e.outcome_en, p.outcome_en, p.outcome_lv, p.outcome) AS outcome_en,
    p.state, p.reason_lv, p.reason_en, e.estimate, abs(e.estimate) AS magnitude, e.ci_low, e.ci_high, e.mde, coalesce(e.sesoi, p.sesoi) AS sesoi, e.n_clusters,
    coalesce(e.verdict, 'none') AS verdict, e.maryland, e.grade, e.figure, e.estimate < 0 AS is_negative, e.estimate > 0 AS is_positive,
    CASE WHEN e.maryland >= 4 THEN 'strong' WHEN e.maryland = 3 THEN 'comparison' ELSE 'weak' END AS design
FROM analysis_plan_published AS p
    LEFT JOIN analysis_estimate_published AS e ON e.plan = p.plan AND e.headline AND NOT e.hidden
        AND e.position = (SELECT min(x.position) FROM analysis_estimate_published AS x WHERE x.plan = p.plan AND x.headline AND NOT x.hidden)
WHERE p.criterion = :criterion AND instr(p.plan, '/') = 0
ORDER BY p.plan
