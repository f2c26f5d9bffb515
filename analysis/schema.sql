-- What analysis writes.

-- The plan as it was run: one row per plan row and variant.
CREATE TABLE analysis_plan (
    plan TEXT PRIMARY KEY, question_lv TEXT, question_en TEXT, criterion TEXT, link TEXT, outcome TEXT NOT NULL,
    frame TEXT NOT NULL, estimator TEXT NOT NULL, options TEXT, family TEXT, role TEXT NOT NULL, sesoi REAL,
    locked_on TEXT, changed INTEGER NOT NULL, state TEXT NOT NULL, reason_lv TEXT, reason_en TEXT -- state: run, not_run
) STRICT;

CREATE TABLE analysis_estimate (
    plan TEXT NOT NULL, outcome TEXT NOT NULL, estimator TEXT NOT NULL, term TEXT NOT NULL, position INTEGER NOT NULL,
    estimate REAL, se REAL, df REAL, statistic REAL, p REAL, p_adjusted REAL, ci_low REAL, ci_high REAL,
    n INTEGER, n_clusters INTEGER, effect_size REAL, effect_low REAL, effect_high REAL, mde REAL,
    verdict TEXT NOT NULL, -- effect, no_effect, too_small_to_tell, association, change, none
    maryland INTEGER, grade TEXT, grade_reason_lv TEXT, grade_reason_en TEXT,
    headline INTEGER NOT NULL, -- 1: the term that answers the plan row's question
    effect_mde REAL, effect_sesoi REAL, -- in standard deviations, as effect_size
    event_time INTEGER, band_low REAL, band_high REAL, -- of dynamic(e): simultaneous band
    breakdown REAL, -- of a headline: how many times the largest violation of trends before the start it bears
    seed TEXT, figure TEXT NOT NULL, note TEXT,
    PRIMARY KEY (plan, term)
) STRICT;

-- Variants of primary rows: other choices that could have been made. Their estimates stand in
-- analysis_estimate as plan PLAN/VARIANT.
CREATE TABLE analysis_specification (
    plan TEXT NOT NULL, variant TEXT NOT NULL, position INTEGER NOT NULL, choice_lv TEXT NOT NULL, choice_en TEXT NOT NULL,
    value_lv TEXT NOT NULL, value_en TEXT NOT NULL, PRIMARY KEY (plan, variant)
) STRICT;
-- Primary rows by region, and their random-effects summary: an interaction test instead of reading
-- five separate tests.
CREATE TABLE analysis_region (
    plan TEXT NOT NULL, region TEXT NOT NULL, estimate REAL, se REAL, low REAL, high REAL, shrunken REAL, prediction_low REAL,
    prediction_high REAL, interaction_p REAL, n INTEGER, n_clusters INTEGER, note TEXT, figure TEXT NOT NULL, PRIMARY KEY (plan, region)
) STRICT;
-- Control charts over months of what is dated (XmR); signal: number of the rule, 0 none.
CREATE TABLE analysis_control (
    kpi TEXT NOT NULL, region TEXT NOT NULL, month TEXT NOT NULL, position INTEGER NOT NULL, value REAL NOT NULL, centre REAL, low REAL,
    high REAL, signal INTEGER, figure TEXT NOT NULL, PRIMARY KEY (kpi, region, month)
) STRICT;

CREATE TABLE analysis_scale (
    instrument TEXT NOT NULL, wave INTEGER NOT NULL, sample TEXT NOT NULL, n INTEGER NOT NULL, items INTEGER NOT NULL,
    alpha REAL, alpha_low REAL, alpha_high REAL, omega REAL, mean REAL, sd REAL, floor REAL, ceiling REAL,
    flag TEXT, figure TEXT NOT NULL, PRIMARY KEY (instrument, wave, sample)
) STRICT;

-- One scored respondent-interview and instrument (not published).
CREATE TABLE analysis_score (row INTEGER NOT NULL, instrument TEXT NOT NULL, score REAL, answered INTEGER NOT NULL, PRIMARY KEY (instrument, row)) STRICT, WITHOUT ROWID;

-- The outcome of the plan row that is being run: what frames join to.
CREATE TABLE analysis_outcome (row INTEGER PRIMARY KEY, y REAL) STRICT;

CREATE TABLE analysis_forecast (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, forecast REAL, forecast_low REAL, forecast_high REAL,
    probability REAL, status TEXT NOT NULL, model TEXT, figure TEXT NOT NULL, PRIMARY KEY (kpi, region, period)
) STRICT;

CREATE TABLE analysis_benchmark (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, value REAL, low REAL, high REAL, expected REAL,
    funnel_low95 REAL, funnel_high95 REAL, funnel_low998 REAL, funnel_high998 REAL, shrunken REAL,
    rank_low INTEGER, rank_high INTEGER, signal TEXT, denominator REAL, figure TEXT NOT NULL, PRIMARY KEY (kpi, region, period)
) STRICT;

CREATE TABLE analysis_recommendation (
    recommendation TEXT PRIMARY KEY, position INTEGER, addressee_lv TEXT, addressee_en TEXT, priority INTEGER,
    status TEXT NOT NULL, -- issued, withheld, not_called_for, withdrawn
    missing_lv TEXT, missing_en TEXT, grade TEXT, evidence_kind TEXT, decide_by TEXT, cost_low REAL, cost_high REAL, cost_lv TEXT, cost_en TEXT,
    title_lv TEXT, title_en TEXT, text_lv TEXT, text_en TEXT, withdraw_lv TEXT, withdraw_en TEXT, evidence TEXT,
    subject TEXT NOT NULL, maryland INTEGER, completeness REAL, residents REAL, research INTEGER NOT NULL, own INTEGER NOT NULL,
    brief INTEGER NOT NULL, -- 1: the brief shows it (at most five, one a subject)
    decide_lv TEXT, decide_en TEXT, -- words where there is no date
    issued_on TEXT, withdrawn_on TEXT -- as-of of the report that issued, withdrew it first
) STRICT;
-- Estimates that a rule asks for in its header, and its thresholds.
CREATE TABLE analysis_rule_estimate (
    recommendation TEXT NOT NULL, name TEXT NOT NULL, term TEXT NOT NULL, estimate REAL, se REAL, df REAL, p REAL,
    ci_low REAL, ci_high REAL, n INTEGER, n_clusters INTEGER, note TEXT, PRIMARY KEY (recommendation, name, term)
) STRICT, WITHOUT ROWID;
CREATE TABLE analysis_threshold (
    recommendation TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, value REAL NOT NULL,
    reason_lv TEXT NOT NULL, reason_en TEXT NOT NULL, PRIMARY KEY (recommendation, name)
) STRICT;
-- An indicator's published value at the newest period, for rules.
CREATE VIEW analysis_latest AS
SELECT v.kpi, v.region, v.cumulative AS value, v.numerator, v.denominator, v.reporting_rate, v.hidden_cumulative AS hidden, v.figure
FROM metrics_value_published AS v
WHERE v.sex = ''
  AND v.period = (SELECT p.period FROM metrics_period AS p
                  WHERE p.grid = 1 AND p.from_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
                  ORDER BY p.position DESC LIMIT 1);
-- Share of what was expected by as-of and handed in.
CREATE VIEW analysis_completeness AS
SELECT 1.0 - 1.0 * sum(missing) / count(*) AS completeness FROM ingest_delivery WHERE expected = 1;

-- Scales by language of the questionnaire; negative: items whose item-rest correlation is negative.
CREATE TABLE analysis_scale_language (
    instrument TEXT NOT NULL, language TEXT NOT NULL, n INTEGER NOT NULL, alpha REAL, alpha_low REAL, alpha_high REAL,
    negative INTEGER NOT NULL, PRIMARY KEY (instrument, language)
) STRICT, WITHOUT ROWID;

-- Weights of residents drawn with known probabilities (not published).
CREATE TABLE analysis_weight (
    row INTEGER PRIMARY KEY, base REAL NOT NULL, response REAL NOT NULL, weight REAL NOT NULL, trimmed INTEGER NOT NULL
) STRICT;

-- Attrition of a panel, by arm; front_page: past 5 points of differential or 20 % of overall loss.
CREATE TABLE analysis_attrition (
    plan TEXT NOT NULL, wave INTEGER NOT NULL, arm TEXT NOT NULL, sample TEXT NOT NULL,
    invited INTEGER, answered INTEGER, linked INTEGER, not_linkable INTEGER, rate REAL, differential REAL,
    lee_low REAL, lee_high REAL, manski_low REAL, manski_high REAL, front_page INTEGER NOT NULL, figure TEXT NOT NULL,
    PRIMARY KEY (plan, wave, arm)
) STRICT;

-- Sample flow: a node of the diagram with its count.
CREATE TABLE analysis_flow (
    node TEXT PRIMARY KEY, parent TEXT, position INTEGER NOT NULL, arm TEXT, wave INTEGER,
    step TEXT, -- invited, answered, not_linkable, linked, analysed
    label_lv TEXT NOT NULL, label_en TEXT NOT NULL,
    persons INTEGER, communities INTEGER, figure TEXT NOT NULL
) STRICT;

-- Published: the same tables, estimates over fewer persons than the threshold hidden (NULL, hidden = 1).
CREATE TABLE analysis_plan_published (
    plan TEXT, question_lv TEXT, question_en TEXT, criterion TEXT, link TEXT, outcome TEXT, outcome_lv TEXT, outcome_en TEXT,
    frame TEXT, estimator TEXT, options TEXT, family TEXT, role TEXT, sesoi REAL, locked_on TEXT, changed INTEGER, state TEXT,
    reason_lv TEXT, reason_en TEXT
) STRICT;
CREATE TABLE analysis_estimate_published (
    plan TEXT, outcome TEXT, outcome_lv TEXT, outcome_en TEXT, estimator TEXT, term TEXT, position INTEGER, role TEXT, family TEXT,
    estimate REAL, se REAL, df REAL, statistic REAL, p REAL, p_adjusted REAL, ci_low REAL, ci_high REAL, n INTEGER, n_clusters INTEGER,
    effect_size REAL, effect_low REAL, effect_high REAL, mde REAL, sesoi REAL, verdict TEXT, maryland INTEGER, grade TEXT,
    grade_reason_lv TEXT, grade_reason_en TEXT, headline INTEGER, hidden INTEGER, figure TEXT, note TEXT,
    effect_mde REAL, effect_sesoi REAL, event_time INTEGER, band_low REAL, band_high REAL, breakdown REAL
) STRICT;
CREATE TABLE analysis_specification_published (
    plan TEXT, position INTEGER, choice_lv TEXT, choice_en TEXT, value_lv TEXT, value_en TEXT, estimate REAL, low REAL, high REAL,
    main INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_region_published (
    plan TEXT, outcome_lv TEXT, outcome_en TEXT, region TEXT, estimate REAL, low REAL, high REAL, shrunken REAL, prediction_low REAL,
    prediction_high REAL, interaction_p REAL, n INTEGER, n_clusters INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_control_published (
    kpi TEXT, region TEXT, month TEXT, position INTEGER, value REAL, centre REAL, low REAL, high REAL, signal INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_scale_published (
    instrument TEXT, name_lv TEXT, name_en TEXT, wave INTEGER, sample TEXT, n INTEGER, items INTEGER, alpha REAL, alpha_low REAL,
    alpha_high REAL, omega REAL, mean REAL, sd REAL, floor REAL, ceiling REAL, flag TEXT, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_forecast_published (
    kpi TEXT, region TEXT, period TEXT, forecast REAL, forecast_low REAL, forecast_high REAL, probability REAL, status TEXT, model TEXT, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_benchmark_published (
    kpi TEXT, region TEXT, period TEXT, value REAL, low REAL, high REAL, expected REAL, funnel_low95 REAL, funnel_high95 REAL,
    funnel_low998 REAL, funnel_high998 REAL, shrunken REAL, rank_low INTEGER, rank_high INTEGER, signal TEXT, denominator REAL, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_recommendation_published (
    recommendation TEXT, position INTEGER, addressee_lv TEXT, addressee_en TEXT, priority INTEGER, status TEXT, missing_lv TEXT, missing_en TEXT,
    grade TEXT, evidence_kind TEXT, decide_by TEXT, cost_low REAL, cost_high REAL, cost_lv TEXT, cost_en TEXT, title_lv TEXT, title_en TEXT, text_lv TEXT, text_en TEXT,
    withdraw_lv TEXT, withdraw_en TEXT, evidence TEXT,
    subject TEXT, maryland INTEGER, completeness REAL, research INTEGER, own INTEGER, brief INTEGER, decide_lv TEXT, decide_en TEXT,
    issued_on TEXT, withdrawn_on TEXT, reply_answer TEXT, reply_on TEXT, reply_due_on TEXT, reply_done_on TEXT, reply_action_lv TEXT
) STRICT;
CREATE TABLE analysis_threshold_published (
    recommendation TEXT, position INTEGER, name TEXT, value REAL, reason_lv TEXT, reason_en TEXT
) STRICT;
CREATE TABLE analysis_flow_published (
    node TEXT, parent TEXT, position INTEGER, arm TEXT, wave INTEGER, step TEXT, label_lv TEXT, label_en TEXT, persons INTEGER, communities INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_theory_published ( -- state: measured, described, not_measured
    link TEXT, position INTEGER, from_key TEXT, to_key TEXT, from_lv TEXT, from_en TEXT, to_lv TEXT, to_en TEXT, level TEXT,
    assumption_lv TEXT, assumption_en TEXT, state TEXT, grade TEXT, plan TEXT, kpi TEXT, figure TEXT
) STRICT;
CREATE TABLE analysis_voice_published (
    theme TEXT, position INTEGER, title_lv TEXT, title_en TEXT, excerpts INTEGER, groups INTEGER, regions INTEGER,
    against INTEGER, neutral INTEGER, supportive INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_quote_published ( -- region LV: too few spoke there to name it
    theme TEXT, position INTEGER, region TEXT, held_on TEXT, stance INTEGER, excerpt_lv TEXT, excerpt_en TEXT
) STRICT;
CREATE TABLE analysis_rollout_published ( -- arm: supported, earlier, waiting, comparison
    cohort TEXT, position INTEGER, label_lv TEXT, label_en TEXT, region TEXT, from_on TEXT, to_on TEXT, arm TEXT,
    communities INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_fieldwork_published (
    wave INTEGER, sample TEXT, invited INTEGER, answered INTEGER, response_rate REAL, started_on TEXT, ended_on TEXT,
    drawn TEXT, mode TEXT, communities INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_likert_published ( -- arm: supported, comparison; all (participants)
    instrument TEXT, name_lv TEXT, name_en TEXT, item TEXT, position INTEGER, text_lv TEXT, text_en TEXT, wave INTEGER,
    sample TEXT, arm TEXT, answer INTEGER, label_lv TEXT, label_en TEXT, share REAL, n INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_inequality_published ( -- kind: hours (over people), grants (over communities)
    kind TEXT, x REAL, y REAL, gini REAL, gini_low REAL, gini_high REAL, top_tenth REAL, n INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_weight_published (
    wave INTEGER, sample TEXT, drawn TEXT, n INTEGER, effective_n REAL, deff REAL, weight_min REAL, weight_max REAL,
    trimmed INTEGER, weighted INTEGER, hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_balance_published (
    plan TEXT, covariate TEXT, position INTEGER, title_lv TEXT, title_en TEXT, smd_before REAL, smd_after REAL,
    variance_ratio REAL, n_treated INTEGER, n_control INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_attrition_published (
    plan TEXT, wave INTEGER, arm TEXT, sample TEXT, invited INTEGER, answered INTEGER, linked INTEGER, not_linkable INTEGER,
    rate REAL, differential REAL, lee_low REAL, lee_high REAL, manski_low REAL, manski_high REAL, front_page INTEGER,
    hidden INTEGER, figure TEXT
) STRICT;
CREATE TABLE analysis_plan_theme_published ( -- relation: supports, contradicts, mixed
    plan TEXT, position INTEGER, theme TEXT, title_lv TEXT, title_en TEXT, supportive INTEGER, neutral INTEGER, against INTEGER,
    relation TEXT, hidden INTEGER
) STRICT;
