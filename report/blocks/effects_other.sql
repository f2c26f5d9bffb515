-- kind: value
-- about: headline estimates of the secondary and exploratory questions, for sentences
-- column estimate: decimal2 | figure=estimate
-- column magnitude: decimal2 | figure=estimate
-- column ci_low: decimal2 | figure=ci_low
-- column ci_high: decimal2 | figure=ci_high
-- column mde: decimal2 | figure=mde
-- column sesoi: decimal2
-- column effect_size: decimal2 | figure=effect_size
-- column p: p | figure=p
-- column p_adjusted: p | figure=p_adjusted
-- column n: integer | figure=n
-- column n_clusters: integer | figure=n_clusters
SELECT
    e.plan, p.question_lv, p.question_en, e.outcome, e.outcome_lv, e.outcome_en, e.estimate, abs(e.estimate) AS magnitude,
    e.ci_low, e.ci_high, e.mde, e.sesoi, e.effect_size, e.p, e.p_adjusted, e.n, e.n_clusters, e.verdict, e.maryland, e.grade,
    e.grade_reason_lv, e.grade_reason_en, e.note, e.figure, e.estimate < 0 AS is_negative, e.estimate > 0 AS is_positive,
    e.ci_low <= 0 AND e.ci_high >= 0 AS holds_zero, e.hidden,
    CASE WHEN e.maryland >= 4 THEN 'strong' WHEN e.maryland = 3 THEN 'comparison' ELSE 'weak' END AS design
FROM analysis_estimate_published AS e
    LEFT JOIN analysis_plan_published AS p ON p.plan = e.plan
WHERE e.headline AND e.role IN ('secondary', 'exploratory')
ORDER BY e.plan, e.position
