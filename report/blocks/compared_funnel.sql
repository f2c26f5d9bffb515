-- kind: funnel
-- about: a KPI by region in funnel limits (section compared gives :kpi)
-- title_lv: {title}: kas ir signāls un kas – nejaušas svārstības
-- title_en: {title}: what is a signal and what is noise
-- subtitle_lv: Reģiona vērtība pret pamatkopas lielumu; 95 % un 99,8 % robežas
-- subtitle_en: The region's value against its base; 95% and 99.8% limits
-- note_lv: Katrs punkts ir reģions. Jo mazāk datu, jo platāka piltuve. Punkts piltuvē – nejaušas svārstības; ārpus tās – signāls, ne vērtējums. Avots: centru dati.
-- note_en: A point is a region. Fewer data, wider funnel. Inside: noise; outside: a signal, not a verdict. Source: the centres' data.
-- column region: text | Reģions | Region | role=label
-- column code: text | Kods | Code | role=key | hidden
-- column denominator: integer | Pamatkopa | Base | role=x | figure=denominator
-- column value: by:format | Vērtība | Value | role=y | main | figure=value
-- column funnel_low95: by:format | 95 % no | 95% from | role=low | figure=funnel_low95
-- column funnel_high95: by:format | 95 % līdz | 95% to | role=high | figure=funnel_high95
-- column funnel_low998: by:format | 99,8 % no | 99.8% from | role=low2 | figure=funnel_low998
-- column funnel_high998: by:format | 99,8 % līdz | 99.8% to | role=high2 | figure=funnel_high998
-- column expected: by:format | Valstī kopā | Whole country | role=centre | figure=expected
SELECT
    c.title_lv, c.title_en, r.name_lv AS region_lv, r.name_en AS region_en, b.region AS code, b.denominator, b.value,
    b.funnel_low95, b.funnel_high95, b.funnel_low998, b.funnel_high998, b.expected, b.figure,
    CASE WHEN c.format = 'share' THEN 'share' WHEN c.format IN ('eur', 'eur2') THEN 'eur' ELSE 'decimal2' END AS format,
    CASE WHEN b.hidden THEN 'hidden' END AS value_state
FROM analysis_benchmark_published AS b
    JOIN metrics_catalogue_published AS c ON c.kpi = b.kpi
    JOIN ingest_region_published AS r ON r.region = b.region
WHERE b.kpi = :kpi AND b.period = :period AND b.region <> 'LV' AND b.funnel_low998 IS NOT NULL
ORDER BY r.position
