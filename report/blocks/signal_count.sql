-- kind: value
-- about: how many compared values are outside the limits, and how many are compared
SELECT
    count(*) AS compared,
    coalesce(sum(b.funnel_low95 - b.value > 0.0005 OR b.value - b.funnel_high95 > 0.0005), 0) AS outside,
    coalesce(sum(b.funnel_low998 - b.value > 0.0005 OR b.value - b.funnel_high998 > 0.0005), 0) AS signals
FROM analysis_benchmark_published AS b
    JOIN metrics_catalogue_published AS c ON c.kpi = b.kpi
WHERE b.period = :period AND b.region <> 'LV' AND NOT b.hidden AND b.value IS NOT NULL AND b.funnel_low95 IS NOT NULL
    AND (:region = 'LV' OR b.region = :region)
    AND c.kpi IN ('communities_supported', 'municipalities_reached', 'consultations', 'initiatives_approved',
        'initiatives_completed', 'initiative_approval_rate', 'events_held', 'people_trained', 'volunteers', 'unique_visitors',
        'esf_participants', 'results_on_time', 'safe_communities', 'communities_active_after', 'rural_border_share')
