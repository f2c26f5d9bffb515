-- kind: value
-- about: up to three values furthest on the good side of the national one, measured by the width of the funnel
-- column value: by:format | figure=value
-- column expected: by:format | figure=expected
-- column low: by:format | figure=low
-- column high: by:format | figure=high
-- column funnel_low95: by:format | figure=funnel_low95
-- column funnel_high95: by:format | figure=funnel_high95
-- column funnel_low998: by:format | figure=funnel_low998
-- column funnel_high998: by:format | figure=funnel_high998
SELECT
    c.fold = 'ratio' AS is_ratio, b.kpi, b.region, r.name_lv, r.name_en, c.title_lv, c.title_en, b.value, b.low, b.high, b.expected, b.funnel_low95, b.funnel_high95, b.funnel_low998, b.funnel_high998, b.figure,
    CASE WHEN c.format = 'share' THEN 'share' WHEN c.format IN ('eur', 'eur2') THEN 'eur' ELSE 'decimal2' END AS format,
    CASE WHEN b.value IS NULL OR b.hidden OR b.funnel_low95 IS NULL THEN 'none'
        WHEN b.funnel_low998 - b.value > 0.0005 OR b.value - b.funnel_high998 > 0.0005 THEN 'signal'
        WHEN b.funnel_low95 - b.value > 0.0005 OR b.value - b.funnel_high95 > 0.0005 THEN 'watch' ELSE 'noise' END AS signal,
    b.value > b.expected AS is_above
FROM analysis_benchmark_published AS b
    JOIN metrics_catalogue_published AS c ON c.kpi = b.kpi
    JOIN ingest_region_published AS r ON r.region = b.region
WHERE b.period = :period AND NOT b.hidden AND b.value IS NOT NULL AND b.value <> b.expected AND b.funnel_high95 > b.funnel_low95 AND (b.value > b.expected) = (c.direction <> 'less') AND c.kpi IN ('communities_supported', 'municipalities_reached', 'consultations', 'initiatives_approved',
        'initiatives_completed', 'initiative_approval_rate', 'events_held', 'people_trained', 'volunteers', 'unique_visitors',
        'esf_participants', 'results_on_time', 'safe_communities', 'communities_active_after', 'rural_border_share') AND b.region = :region
ORDER BY abs(b.value - b.expected) / (b.funnel_high95 - b.funnel_low95) DESC, c.position
LIMIT 3
