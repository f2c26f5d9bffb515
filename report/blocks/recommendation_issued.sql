-- kind: value
-- about: the recommendations that the rules call for, in order of priority
-- column decide_by: date | Lemt līdz | Decide by
-- column cost_low: eur | Izmaksas no | Cost from
-- column cost_high: eur | Izmaksas līdz | Cost to
-- column grade: grade | Pierādījumu ticamība | Certainty of evidence
SELECT
    recommendation, priority, addressee_lv, addressee_en, grade, evidence_kind, decide_by,
    cost_low, cost_high, cost_lv, cost_en, title_lv, title_en, text_lv, text_en, withdraw_lv, withdraw_en,
    evidence,
    evidence_kind IN ('effect', 'association') AS graded,
    decide_by < :as_of AS overdue
FROM analysis_recommendation_published
WHERE status = 'issued'
ORDER BY priority, position
