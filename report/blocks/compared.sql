-- kind: value
-- about: the KPIs that the benchmark compares, for a section each; in a dossier too
SELECT c.kpi, c.title_lv, c.title_en, c.definition_lv, c.definition_en, c.format, c.direction
FROM metrics_catalogue_published AS c
WHERE c.kpi IN (SELECT b.kpi FROM analysis_benchmark_published AS b WHERE b.period = :period AND b.value IS NOT NULL AND b.region <> 'LV')
    AND c.kpi IN ('communities_supported', 'municipalities_reached', 'consultations', 'initiatives_approved',
        'initiatives_completed', 'initiative_approval_rate', 'events_held', 'people_trained', 'volunteers', 'unique_visitors',
        'esf_participants', 'results_on_time', 'safe_communities', 'communities_active_after', 'rural_border_share')
ORDER BY c.position
