-- kind: funnel
-- about: funnel of completed initiatives per 10 000 residents
-- title_lv: Piltuve: kura atšķirība ir signāls un kura – nejauša
-- title_en: Funnel: which difference is a signal and which is chance
-- subtitle_lv: Īstenotās iniciatīvas uz 10 000 iedzīvotāju pēc iedzīvotāju skaita
-- subtitle_en: Completed initiatives per 10,000 residents by number of residents
-- note_lv: Katrs punkts ir reģions. Jo mazāk iedzīvotāju, jo platāka piltuve. Punkts piltuvē – nejaušas svārstības; ārpus tās – signāls, ne vērtējums. Robežas: 95 % un 99,8 %, ar pārliekas izkliedes labojumu.
-- note_en: Each point is a region. The fewer residents, the wider the funnel. Inside: random variation; outside: a signal, not a verdict. Limits: 95% and 99.8%, adjusted for overdispersion.
-- empty_lv: Piltuves grafikam datu vēl nav pietiekami.
-- empty_en: There are not enough data for a funnel plot yet.
-- column region: text | Reģions | Region | role=label | main
-- column denominator: integer | Iedzīvotāji | Residents | role=x | figure=denominator
-- column value: decimal2 | Vērtība | Value | role=y | figure=value
-- column funnel_low95: decimal2 | 95 % no | 95% from | role=low | figure=funnel_low95
-- column funnel_high95: decimal2 | 95 % līdz | 95% to | role=high | figure=funnel_high95
-- column funnel_low998: decimal2 | 99,8 % no | 99.8% from | role=low2 | figure=funnel_low998
-- column funnel_high998: decimal2 | 99,8 % līdz | 99.8% to | role=high2 | figure=funnel_high998
-- column expected: decimal2 | Valstī kopā | Whole country | role=centre | figure=expected
SELECT
    g.name_lv AS region_lv, g.name_en AS region_en, b.denominator, b.value, b.funnel_low95, b.funnel_high95,
    b.funnel_low998, b.funnel_high998, b.expected, b.figure
FROM analysis_benchmark_published AS b
JOIN ingest_region_published AS g ON g.region = b.region
WHERE b.kpi = 'initiatives_completed' AND b.period = :period AND b.hidden = 0 AND b.funnel_low95 IS NOT NULL
ORDER BY g.position
