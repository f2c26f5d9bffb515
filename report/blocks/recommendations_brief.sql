-- kind: value
-- about: the recommendations of the brief, at most five
-- column decide_by: date
-- column cost_low: eur
-- column cost_high: eur
SELECT
    recommendation, position, addressee_lv, addressee_en, grade, evidence_kind, decide_by, cost_low, cost_high, cost_lv, cost_en,
    title_lv, title_en, text_lv, text_en, withdraw_lv, withdraw_en, decide_by < :as_of AS is_overdue,
    evidence_kind IN ('effect', 'association') AS is_estimate
FROM analysis_recommendation_published
WHERE status = 'issued'
ORDER BY coalesce(priority, position), position, recommendation
LIMIT 5
