-- kind: value
-- about: the answer of every plan row that was estimated, primary first; for findings in prose
-- column estimate: by:number_format | Novērtējums | Estimate | figure=estimate
-- column ci_low: by:number_format | No | From | figure=ci_low
-- column ci_high: by:number_format | Līdz | To | figure=ci_high
-- column effect_size: decimal2 | Ietekmes lielums | Effect size | figure=effect_size
-- column effect_low: decimal2 | No | From | figure=effect_low
-- column effect_high: decimal2 | Līdz | To | figure=effect_high
-- column mde: by:number_format | Mazākā pamanāmā ietekme | Minimum detectable effect | figure=mde
-- column p: p | p vērtība | p-value | figure=p
-- column p_adjusted: p | koriģētā p vērtība | adjusted p | figure=p_adjusted
-- column n: integer | Atbildes | Answers | figure=n
-- column n_clusters: integer | Kopienas | Communities | figure=n_clusters
-- column sesoi: by:sesoi_format | Mazākā praktiski nozīmīgā ietekme | Smallest effect of interest
-- column grade: grade | Pierādījumu ticamība | Certainty of evidence
-- column outcome: text | Rādītājs | Outcome
SELECT
    e.plan, e.outcome AS outcome_id, e.outcome_lv, e.outcome_en, p.question_lv, p.question_en,
    p.criterion, p.link, e.role, e.estimator, e.term, e.estimate, e.ci_low, e.ci_high, e.effect_size,
    e.effect_low, e.effect_high, e.mde, e.p, e.p_adjusted, e.n, e.n_clusters, e.sesoi, e.verdict,
    e.maryland, e.grade, e.grade_reason_lv, e.grade_reason_en, e.hidden, e.figure,
    p.reason_lv, p.reason_en,
    CASE WHEN e.se >= 0.5 THEN 'decimal1' WHEN e.se < 0.02 THEN 'decimal3' ELSE 'decimal2' END AS number_format,
    CASE WHEN ROUND(e.sesoi, 1) = e.sesoi THEN 'decimal1' ELSE 'decimal2' END AS sesoi_format,
    e.estimate IS NOT NULL AND e.estimator IN ('inequality', 'mean', 'proportion', 'trend') AS computed,
    e.estimate > 0 AS up,
    e.estimate < 0 AS down,
    e.ci_low <= 0 AND e.ci_high >= 0 AS holds_zero,
    e.sesoi IS NOT NULL AND (e.ci_high >= e.sesoi OR e.ci_low <= -e.sesoi) AS holds_sesoi,
    e.mde IS NOT NULL AND e.sesoi IS NOT NULL AND e.mde > e.sesoi AS mde_large,
    CASE e.term
        WHEN 'hours' THEN 'apmeklēto stundu skaits'
        WHEN 'wave' THEN 'aptaujas vilnis'
        WHEN 'score' THEN 'pieteikuma vērtējums'
        WHEN 'events' THEN 'pasākumu skaits'
        WHEN 'y0' THEN 'rādītājs dalības sākumā'
    END AS feature_lv,
    CASE e.term
        WHEN 'hours' THEN 'hours attended'
        WHEN 'wave' THEN 'survey wave'
        WHEN 'score' THEN 'score of the application'
        WHEN 'events' THEN 'number of events'
        WHEN 'y0' THEN 'outcome at entry'
    END AS feature_en,
    i.higher_is = 'worse' AS lower_is_better,
    c.kpi IS NULL AS in_points,
    e.verdict IN ('effect', 'no_effect', 'too_small_to_tell') AS causal,
    CASE e.hidden WHEN 1 THEN 'hidden' END AS estimate_state,
    CASE e.hidden WHEN 1 THEN 'hidden' END AS ci_low_state,
    CASE e.hidden WHEN 1 THEN 'hidden' END AS ci_high_state,
    CASE e.hidden WHEN 1 THEN 'hidden' END AS n_state
FROM analysis_estimate_published AS e
LEFT JOIN analysis_plan_published AS p ON p.plan = e.plan
LEFT JOIN ingest_instrument_published AS i ON i.instrument = e.outcome
LEFT JOIN metrics_catalogue_published AS c ON c.kpi = e.outcome
WHERE e.headline = 1 AND e.role IN ('primary', 'secondary', 'exploratory') AND INSTR(e.plan, '/') = 0
ORDER BY CASE e.role WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, LENGTH(e.plan), e.plan, e.position
