-- kind: value
-- about: the issued recommendations of the brief, at most five
-- column decide_by: date | Lemt līdz | Decide by
-- column grade: grade | Ticamība | Certainty
SELECT
    recommendation, title_lv, title_en, text_lv, text_en, addressee_lv, addressee_en, decide_by,
    COALESCE(cost_lv, 'izmaksas nav novērtētas') AS cost_lv, COALESCE(cost_en, 'cost not estimated') AS cost_en,
    withdraw_lv, withdraw_en, grade, decide_by < :as_of AS overdue
FROM analysis_recommendation_published
WHERE status = 'issued'
ORDER BY priority, position
LIMIT 5
