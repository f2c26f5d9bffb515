-- kind: value
-- about: the recommendations that the rules call for, in order of priority; grade or completeness for the badge
-- column reply_on: date | Atbildēts | Answered on
-- column reply_due_on: date | Izpildīt līdz | Due on
-- column reply_done_on: date | Izpildīts | Done on
-- column reply_answer: word:answer | Atbilde | Answer
SELECT
    recommendation, priority, grade, maryland, CASE WHEN grade IS NULL THEN completeness END AS completeness,
    grade IS NOT NULL OR completeness IS NOT NULL AS has_badge,
    evidence_kind, decide_by, title_lv, title_en, text_lv, text_en, research, own,
    reply_answer, reply_on, reply_due_on, reply_done_on, reply_action_lv,
    decide_by < :as_of AS overdue
FROM analysis_recommendation_published
WHERE status = 'issued'
ORDER BY priority, position
