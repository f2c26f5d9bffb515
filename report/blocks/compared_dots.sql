-- kind: dots
-- about: a KPI by region with interval and national value (section compared gives :kpi)
-- title_lv: {title}: reģioni un valsts vidējais
-- title_en: {title}: regions and the national value
-- subtitle_lv: Ar 95 % ticamības intervālu; pārtrauktā līnija – valstī kopā
-- subtitle_en: With 95% confidence interval; dashed: the whole country
-- note_lv: Punkts ir reģiona vērtība uz 10 000 iedzīvotāju vai attiecība, svītra – 95 % ticamības intervāls. Avots: centru dati un iedzīvotāju skaits.
-- note_en: A point is the region's value per 10,000 residents, or a ratio; the bar is its 95% interval. Source: the centres' data and population.
-- column region: text | Reģions | Region | role=label
-- column code: text | Kods | Code | role=key | hidden
-- column value: by:format | Vērtība | Value | role=y | main | figure=value
-- column low: by:format | No | From | role=low | figure=low
-- column high: by:format | Līdz | To | role=high | figure=high
-- column expected: by:format | Valstī kopā | Whole country | role=reference | figure=expected
SELECT
    c.title_lv, c.title_en, r.name_lv AS region_lv, r.name_en AS region_en, b.region AS code,
    b.value, b.low, b.high, b.expected, b.figure,
    CASE WHEN c.format = 'share' THEN 'share' WHEN c.format IN ('eur', 'eur2') THEN 'eur' ELSE 'decimal2' END AS format,
    CASE WHEN b.hidden THEN 'hidden' END AS value_state
FROM analysis_benchmark_published AS b
    JOIN metrics_catalogue_published AS c ON c.kpi = b.kpi
    JOIN ingest_region_published AS r ON r.region = b.region
WHERE b.kpi = :kpi AND b.period = :period AND b.region <> 'LV'
ORDER BY r.position
