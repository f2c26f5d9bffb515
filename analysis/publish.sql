-- What reports may read. Estimates over fewer persons than the threshold are hidden.
INSERT INTO analysis_plan_published (
    plan, question_lv, question_en, criterion, link, outcome, outcome_lv, outcome_en, frame, estimator, options,
    family, role, sesoi, locked_on, changed, state, reason_lv, reason_en)
SELECT p.plan, p.question_lv, p.question_en, p.criterion, p.link, p.outcome,
       coalesce(i.name_lv, t.text_lv, c.title_lv, p.outcome), coalesce(i.name_en, t.text_en, c.title_en, p.outcome),
       p.frame, p.estimator, p.options, p.family, p.role, p.sesoi, p.locked_on, p.changed, p.state, p.reason_lv,
       p.reason_en
FROM analysis_plan AS p
LEFT JOIN ingest_instrument AS i ON i.instrument = p.outcome
LEFT JOIN ingest_item AS t ON t.item = p.outcome
LEFT JOIN metrics_catalogue AS c ON c.kpi = p.outcome
ORDER BY p.rowid;

INSERT INTO analysis_estimate_published (
    plan, outcome, outcome_lv, outcome_en, estimator, term, position, role, family, estimate, se, df, statistic, p,
    p_adjusted, ci_low, ci_high, n, n_clusters, effect_size, effect_low, effect_high, mde, sesoi, verdict, maryland,
    grade, grade_reason_lv, grade_reason_en, headline, hidden, figure, note, effect_mde, effect_sesoi, event_time,
    band_low, band_high, breakdown)
WITH guarded AS (
    SELECT e.*, coalesce(e.n, 0) < CAST((SELECT value FROM metrics_setting WHERE key = 'threshold') AS INTEGER) AS hide
    FROM analysis_estimate AS e
)
SELECT e.plan, e.outcome, p.outcome_lv, p.outcome_en, e.estimator, e.term, e.position, p.role, p.family,
       CASE WHEN hide THEN NULL ELSE e.estimate END, CASE WHEN hide THEN NULL ELSE e.se END,
       CASE WHEN hide THEN NULL ELSE e.df END, CASE WHEN hide THEN NULL ELSE e.statistic END,
       CASE WHEN hide THEN NULL ELSE e.p END, CASE WHEN hide THEN NULL ELSE e.p_adjusted END,
       CASE WHEN hide THEN NULL ELSE e.ci_low END, CASE WHEN hide THEN NULL ELSE e.ci_high END,
       CASE WHEN hide THEN NULL ELSE e.n END, CASE WHEN hide THEN NULL ELSE e.n_clusters END,
       CASE WHEN hide THEN NULL ELSE e.effect_size END, CASE WHEN hide THEN NULL ELSE e.effect_low END,
       CASE WHEN hide THEN NULL ELSE e.effect_high END, CASE WHEN hide THEN NULL ELSE e.mde END, p.sesoi,
       CASE WHEN hide THEN 'none' ELSE e.verdict END, e.maryland, CASE WHEN hide THEN NULL ELSE e.grade END,
       e.grade_reason_lv, e.grade_reason_en, e.headline, hide, e.figure, e.note,
       CASE WHEN hide THEN NULL ELSE e.effect_mde END, e.effect_sesoi, e.event_time,
       CASE WHEN hide THEN NULL ELSE e.band_low END, CASE WHEN hide THEN NULL ELSE e.band_high END,
       CASE WHEN hide THEN NULL ELSE e.breakdown END
FROM guarded AS e
JOIN analysis_plan_published AS p ON p.plan = e.plan
ORDER BY p.rowid, e.position;

INSERT INTO analysis_scale_published (
    instrument, name_lv, name_en, wave, sample, n, items, alpha, alpha_low, alpha_high, omega, mean, sd, floor, ceiling,
    flag, hidden, figure)
WITH guarded AS (
    SELECT s.*, s.n < CAST((SELECT value FROM metrics_setting WHERE key = 'threshold') AS INTEGER) AS hide
    FROM analysis_scale AS s
)
SELECT s.instrument, i.name_lv, i.name_en, s.wave, s.sample, CASE WHEN hide THEN NULL ELSE s.n END, s.items,
       CASE WHEN hide THEN NULL ELSE s.alpha END, CASE WHEN hide THEN NULL ELSE s.alpha_low END,
       CASE WHEN hide THEN NULL ELSE s.alpha_high END, CASE WHEN hide THEN NULL ELSE s.omega END,
       CASE WHEN hide THEN NULL ELSE s.mean END, CASE WHEN hide THEN NULL ELSE s.sd END,
       CASE WHEN hide THEN NULL ELSE s.floor END, CASE WHEN hide THEN NULL ELSE s.ceiling END,
       CASE WHEN hide THEN NULL ELSE s.flag END, hide, s.figure
FROM guarded AS s
JOIN ingest_instrument AS i ON i.instrument = s.instrument
ORDER BY s.instrument, s.sample, s.wave;

-- A figure that metrics hides is hidden here too.
INSERT INTO analysis_forecast_published (
    kpi, region, period, forecast, forecast_low, forecast_high, probability, status, model, hidden, figure)
SELECT f.kpi, f.region, f.period, CASE WHEN v.hidden_cumulative THEN NULL ELSE f.forecast END,
       CASE WHEN v.hidden_cumulative THEN NULL ELSE f.forecast_low END,
       CASE WHEN v.hidden_cumulative THEN NULL ELSE f.forecast_high END,
       CASE WHEN v.hidden_cumulative THEN NULL ELSE f.probability END, f.status, f.model, v.hidden_cumulative, f.figure
FROM analysis_forecast AS f
JOIN metrics_value_published AS v ON v.kpi = f.kpi AND v.region = f.region AND v.period = f.period AND v.sex = ''
ORDER BY f.kpi, f.region, f.period;

INSERT INTO analysis_benchmark_published (
    kpi, region, period, value, low, high, expected, funnel_low95, funnel_high95, funnel_low998, funnel_high998,
    shrunken, rank_low, rank_high, signal, denominator, hidden, figure)
WITH hidden AS (
    SELECT kpi, period, max(hidden_cumulative) AS hide
    FROM metrics_value_published
    WHERE sex = ''
    GROUP BY kpi, period
)
SELECT b.kpi, b.region, b.period, CASE WHEN hide THEN NULL ELSE b.value END, CASE WHEN hide THEN NULL ELSE b.low END,
       CASE WHEN hide THEN NULL ELSE b.high END, CASE WHEN hide THEN NULL ELSE b.expected END,
       CASE WHEN hide THEN NULL ELSE b.funnel_low95 END, CASE WHEN hide THEN NULL ELSE b.funnel_high95 END,
       CASE WHEN hide THEN NULL ELSE b.funnel_low998 END, CASE WHEN hide THEN NULL ELSE b.funnel_high998 END,
       CASE WHEN hide THEN NULL ELSE b.shrunken END, CASE WHEN hide THEN NULL ELSE b.rank_low END,
       CASE WHEN hide THEN NULL ELSE b.rank_high END, CASE WHEN hide THEN NULL ELSE b.signal END,
       CASE WHEN hide THEN NULL ELSE b.denominator END, hide, b.figure
FROM analysis_benchmark AS b
JOIN hidden AS h ON h.kpi = b.kpi AND h.period = b.period
ORDER BY b.kpi, b.period, b.region;

INSERT INTO analysis_flow_published (
    node, parent, position, arm, wave, step, label_lv, label_en, persons, communities, hidden, figure)
SELECT node, parent, position, arm, wave, step, label_lv, label_en,
       CASE WHEN persons < t.threshold THEN NULL ELSE persons END,
       CASE WHEN persons < t.threshold THEN NULL ELSE communities END, persons < t.threshold, figure
FROM analysis_flow
JOIN (SELECT CAST(value AS INTEGER) AS threshold FROM metrics_setting WHERE key = 'threshold') AS t
ORDER BY position;

-- The specification curve: the plan's own choice first, then the others.
INSERT INTO analysis_specification_published (
    plan, position, choice_lv, choice_en, value_lv, value_en, estimate, low, high, main, hidden, figure)
WITH shown AS (
    SELECT e.plan AS plan, 0 AS position, 'plāns' AS choice_lv, 'plan' AS choice_en, 'plānā noteiktais' AS value_lv,
           'as set in the plan' AS value_en, e.estimate, e.ci_low, e.ci_high, e.n, 1 AS main, e.figure
    FROM analysis_estimate AS e
    WHERE e.headline = 1
      AND EXISTS (SELECT 1 FROM analysis_specification AS s WHERE s.plan = e.plan)
    UNION ALL
    SELECT s.plan, s.position, s.choice_lv, s.choice_en, coalesce(r.name_lv, s.value_lv), coalesce(r.name_en, s.value_en),
           e.estimate, e.ci_low, e.ci_high, e.n, 0, e.figure
    FROM analysis_specification AS s
    JOIN analysis_estimate AS e ON e.plan = s.plan || '/' || s.variant
    LEFT JOIN ingest_region AS r ON r.region = s.value_en
)
SELECT plan, position, choice_lv, choice_en, value_lv, value_en,
       CASE WHEN n < t.threshold THEN NULL ELSE estimate END, CASE WHEN n < t.threshold THEN NULL ELSE ci_low END,
       CASE WHEN n < t.threshold THEN NULL ELSE ci_high END, main, n < t.threshold, figure
FROM shown
JOIN (SELECT CAST(value AS INTEGER) AS threshold FROM metrics_setting WHERE key = 'threshold') AS t
ORDER BY plan, position;

INSERT INTO analysis_region_published (
    plan, outcome_lv, outcome_en, region, estimate, low, high, shrunken, prediction_low, prediction_high, interaction_p, n,
    n_clusters, hidden, figure)
WITH guarded AS (
    SELECT r.*, coalesce(r.n, 0) < CAST((SELECT value FROM metrics_setting WHERE key = 'threshold') AS INTEGER) AS hide
    FROM analysis_region AS r
)
SELECT r.plan, p.outcome_lv, p.outcome_en, r.region, CASE WHEN hide THEN NULL ELSE r.estimate END,
       CASE WHEN hide THEN NULL ELSE r.low END, CASE WHEN hide THEN NULL ELSE r.high END,
       CASE WHEN hide THEN NULL ELSE r.shrunken END, r.prediction_low, r.prediction_high, r.interaction_p,
       CASE WHEN hide THEN NULL ELSE r.n END, CASE WHEN hide THEN NULL ELSE r.n_clusters END, hide, r.figure
FROM guarded AS r
JOIN analysis_plan_published AS p ON p.plan = r.plan
ORDER BY p.rowid, r.region;

-- A month's count may be a few persons: only of KPIs about things, and of persons where the year to
-- date is shown and the month has at least the threshold.
INSERT INTO analysis_control_published (kpi, region, month, position, value, centre, low, high, signal, hidden, figure)
WITH guarded AS (
    SELECT c.*, k.about = 'persons' AND c.value > 0
                AND c.value < CAST((SELECT value FROM metrics_setting WHERE key = 'threshold') AS INTEGER) AS hide
    FROM analysis_control AS c
    JOIN metrics_catalogue AS k ON k.kpi = c.kpi
)
SELECT kpi, region, month, position, CASE WHEN hide THEN NULL ELSE value END, centre, low, high, signal, hide, figure
FROM guarded
ORDER BY kpi, region, position;
