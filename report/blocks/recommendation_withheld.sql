-- kind: value
-- about: recommendations that wait for data
SELECT recommendation, title_lv, title_en, missing_lv, missing_en
FROM analysis_recommendation_published
WHERE status = 'withheld'
ORDER BY position
