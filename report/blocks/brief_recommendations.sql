-- kind: value
-- about: the issued recommendations that the rules choose for the brief; grade or completeness for the badge
SELECT
    recommendation, title_lv, title_en, text_lv, text_en,
    COALESCE(cost_lv, 'nav novērtētas') AS cost_lv, COALESCE(cost_en, 'not estimated') AS cost_en,
    withdraw_lv, withdraw_en, grade, maryland, CASE WHEN grade IS NULL THEN completeness END AS completeness,
    grade IS NOT NULL OR completeness IS NOT NULL AS has_badge
FROM analysis_recommendation_published
WHERE status = 'issued' AND brief = 1
ORDER BY priority, position
