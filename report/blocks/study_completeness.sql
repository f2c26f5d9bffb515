-- kind: value
-- about: completeness behind an indicator, for its badge: {{badge study_completeness:expense_eligible_eur}}; no row where nothing was expected
-- column completeness: share0 | Pilnīgums | Completeness
SELECT reporting_rate AS completeness
FROM metrics_value_published
WHERE kpi = :argument AND region = 'LV' AND period = :period AND sex = '' AND reporting_rate IS NOT NULL
