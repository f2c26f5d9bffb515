-- kind: value
-- about: the regions whose value of a KPI is a signal, worth watching, noise or none: {{#compared_list:signal}} (section compared gives :kpi)
-- column value: by:format | figure=value
WITH judged AS (
SELECT
    b.kpi, b.region, r.name_lv, r.name_en, b.value, b.low, b.high, b.expected, b.funnel_low95, b.funnel_high95, b.funnel_low998, b.funnel_high998, b.figure,
    CASE WHEN c.format = 'share' THEN 'share' WHEN c.format IN ('eur', 'eur2') THEN 'eur' ELSE 'decimal2' END AS format,
    CASE WHEN b.value IS NULL OR b.hidden OR b.funnel_low95 IS NULL THEN 'none'
        WHEN b.funnel_low998 - b.value > 0.0005 OR b.value - b.funnel_high998 > 0.0005 THEN 'signal'
        WHEN b.funnel_low95 - b.value > 0.0005 OR b.value - b.funnel_high95 > 0.0005 THEN 'watch' ELSE 'noise' END AS signal,
    b.value > b.expected AS is_above
FROM analysis_benchmark_published AS b
    JOIN metrics_catalogue_published AS c ON c.kpi = b.kpi
    JOIN ingest_region_published AS r ON r.region = b.region
WHERE b.kpi = :kpi AND b.period = :period AND b.region <> 'LV' AND (:region = 'LV' OR b.region = :region)
)
SELECT j.region, j.name_lv, j.name_en, j.value, j.format, j.signal, j.figure
FROM judged AS j
    JOIN ingest_region_published AS r ON r.region = j.region
WHERE j.signal = :argument
ORDER BY r.position
