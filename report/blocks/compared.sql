-- kind: value
-- about: the KPIs that the benchmark compares, for a section each; in a dossier too
SELECT c.kpi, c.title_lv, c.title_en, c.definition_lv, c.definition_en, c.format, c.direction
FROM metrics_catalogue_published AS c
WHERE c.kpi IN (SELECT b.kpi FROM analysis_benchmark_published AS b WHERE b.period = :period AND b.value IS NOT NULL AND b.region <> 'LV')
    -- what the country does as a whole, sums of money, contacts and parts of ESF+ participants are not compared
    AND c.kpi NOT IN ('method_milestones', 'criteria_milestones', 'publicity_reach', 'expense_eligible_eur', 'exchange_events',
        'initiative_granted_eur', 'initiative_spent_eur', 'initiative_paid_eur', 'incomplete_participants', 'response_rate')
    AND c.kpi NOT LIKE 'eec%'
ORDER BY c.position
