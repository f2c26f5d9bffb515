-- kind: value
-- about: values of six main indicators outside the 99.8 % limits, to look into; the others are in the benchmark
-- column value: decimal2 | Vērtība | Value | figure=value
-- column expected: decimal2 | Valstī kopā | Whole country | figure=expected
-- column funnel_low998: decimal2 | No | From | figure=funnel_low998
-- column funnel_high998: decimal2 | Līdz | To | figure=funnel_high998
SELECT
    b.kpi, b.region, c.title_lv, c.title_en, b.value, b.expected, b.funnel_low998, b.funnel_high998, b.figure,
    b.value > b.funnel_high998 AS above
FROM analysis_benchmark_published AS b
JOIN metrics_catalogue_published AS c ON c.kpi = b.kpi
JOIN ingest_region_published AS r ON r.region = b.region
WHERE b.kpi IN ('communities_supported', 'initiatives_completed', 'consultations', 'people_trained', 'safe_communities', 'networks_active')
  AND b.period = :period AND b.hidden = 0 AND (b.value > b.funnel_high998 OR b.value < b.funnel_low998)
ORDER BY c.position, r.position
