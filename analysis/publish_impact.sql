-- What may be published of recommendations. A rule reads published values of whatever counts
-- persons, so that its text holds no hidden number.
INSERT INTO analysis_recommendation_published (
    recommendation, position, addressee_lv, addressee_en, priority, status, missing_lv, missing_en, grade,
    evidence_kind, decide_by, cost_low, cost_high, cost_lv, cost_en, title_lv, title_en, text_lv, text_en, withdraw_lv,
    withdraw_en, evidence, subject, maryland, completeness, research, own, brief, decide_lv, decide_en, issued_on,
    withdrawn_on, reply_answer, reply_on, reply_due_on, reply_done_on, reply_action_lv)
WITH latest AS (
    SELECT recommendation, answered_on, answer, due_on, done_on, action_lv,
           row_number() OVER (PARTITION BY recommendation ORDER BY answered_on DESC, addressee) AS nth
    FROM ingest_reply
    WHERE answered_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
)
SELECT r.recommendation, r.position, r.addressee_lv, r.addressee_en, r.priority, r.status, r.missing_lv, r.missing_en,
       r.grade, r.evidence_kind, r.decide_by, r.cost_low, r.cost_high, r.cost_lv, r.cost_en, r.title_lv, r.title_en,
       r.text_lv, r.text_en, r.withdraw_lv, r.withdraw_en, r.evidence, r.subject, r.maryland, r.completeness, r.research,
       r.own, r.brief, r.decide_lv, r.decide_en, r.issued_on, r.withdrawn_on, l.answer, l.answered_on, l.due_on,
       l.done_on, l.action_lv
FROM analysis_recommendation AS r
LEFT JOIN latest AS l ON l.recommendation = r.recommendation AND l.nth = 1
ORDER BY r.position, r.recommendation;

INSERT INTO analysis_threshold_published (recommendation, position, name, value, reason_lv, reason_en)
SELECT t.recommendation, t.position, t.name, t.value, t.reason_lv, t.reason_en
FROM analysis_threshold AS t
JOIN analysis_recommendation AS r ON r.recommendation = t.recommendation
ORDER BY r.position, r.recommendation, t.position;

INSERT INTO analysis_attrition_published (
    plan, wave, arm, sample, invited, answered, linked, not_linkable, rate, differential, lee_low, lee_high, manski_low,
    manski_high, front_page, hidden, figure)
WITH guarded AS (
    SELECT a.*, min(answered, coalesce(linked, answered)) < (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold') AS hide
    FROM analysis_attrition AS a
)
SELECT plan, wave, arm, sample, CASE WHEN hide THEN NULL ELSE invited END, CASE WHEN hide THEN NULL ELSE answered END,
       CASE WHEN hide THEN NULL ELSE linked END, CASE WHEN hide THEN NULL ELSE not_linkable END,
       CASE WHEN hide THEN NULL ELSE rate END, CASE WHEN hide THEN NULL ELSE differential END,
       CASE WHEN hide THEN NULL ELSE lee_low END, CASE WHEN hide THEN NULL ELSE lee_high END,
       CASE WHEN hide THEN NULL ELSE manski_low END, CASE WHEN hide THEN NULL ELSE manski_high END, front_page, hide, figure
FROM guarded
ORDER BY plan, wave, arm DESC;
