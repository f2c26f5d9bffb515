-- kind: dots
-- about: completed initiatives per 10 000 residents by region with intervals
-- title_lv: {finding}
-- title_en: {finding}
-- subtitle_lv: Īstenotās iniciatīvas uz 10 000 iedzīvotāju, kopš projekta sākuma
-- subtitle_en: Completed initiatives per 10,000 residents, since the start
-- note_lv: Punkts ir vērtība, svītra – 95 % ticamības intervāls; pārtrauktā līnija – valstī kopā. Reģioni ir alfabēta secībā: secība nav vērtējums.
-- note_en: Point: value; bar: 95% confidence interval; dashed line: whole country. Regions in alphabetical order: the order is no judgement.
-- empty_lv: Datu par reģioniem vēl nav pietiekami.
-- empty_en: There are not enough data on regions yet.
-- column region: text | Reģions | Region | role=label | main
-- column value: decimal2 | Vērtība | Value | role=y | figure=value
-- column low: decimal2 | TI no | CI from | role=low | figure=low
-- column high: decimal2 | TI līdz | CI to | role=high | figure=high
-- column expected: decimal2 | Valstī kopā | Whole country | role=reference | figure=expected
WITH rows AS (
    SELECT b.region, b.value, b.low, b.high, b.expected, b.signal, b.figure
    FROM analysis_benchmark_published AS b
    WHERE b.kpi = 'initiatives_completed' AND b.period = :period AND b.hidden = 0 AND b.region <> 'LV'
),
counts AS (
    SELECT COUNT(CASE WHEN value < funnel_low998 OR value > funnel_high998 THEN 1 END) AS signals
    FROM analysis_benchmark_published
    WHERE kpi = 'initiatives_completed' AND period = :period AND hidden = 0 AND region <> 'LV'
)
SELECT
    g.name_lv AS region_lv, g.name_en AS region_en, r.value, r.low, r.high, r.expected, r.figure,
    CASE WHEN c.signals = 0 THEN 'Reģionu atšķirības iekļaujas nejaušo svārstību robežās' ELSE 'Reģionu atšķirība ir lielāka, nekā rada nejaušība' END AS finding_lv,
    CASE WHEN c.signals = 0 THEN 'Differences between regions are within random variation' ELSE 'Regions differ by more than chance makes' END AS finding_en
FROM rows AS r
JOIN ingest_region_published AS g ON g.region = r.region
JOIN counts AS c
ORDER BY g.position
