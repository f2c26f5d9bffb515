-- kind: table
-- about: where each compared KPI stands in the funnel, by region
-- title_lv: Kur vērtība ir ārpus nejaušo svārstību robežām
-- title_en: Where a value is outside the limits of random variation
-- subtitle_lv: Reģiona vērtība pret valsts vērtību, reģioni alfabēta secībā
-- subtitle_en: The region's value against the national one, regions in alphabetical order
-- empty_lv: Salīdzināmu vērtību vēl nav.
-- empty_en: There are no values to compare yet.
-- note_lv: „Augstāk” un „zemāk” – ārpus 99,8 % robežām (signāls); „drīzāk” – ārpus 95 %, bet 99,8 % robežās; „svārstības” – robežās. „–”: datu nav vai to ir par maz. Avots: centru dati un iedzīvotāju skaits.
-- note_en: "Higher" and "lower": outside the 99.8% limits (a signal); "rather": outside 95% but inside 99.8%; "noise": inside. "–": no data, or too few. Source: the centres' data and population.
-- column title: text | Rādītājs | Indicator | role=label | main
-- column kurzeme: word:funnel | Kurzeme | Kurzeme
-- column latgale: word:funnel | Latgale | Latgale
-- column riga: word:funnel | Rīga | Rīga
-- column vidzeme: word:funnel | Vidzeme | Vidzeme
-- column zemgale: word:funnel | Zemgale | Zemgale
WITH places AS (
    SELECT b.kpi, b.region,
        CASE WHEN b.value IS NULL OR b.hidden OR b.funnel_low95 IS NULL THEN 'none'
        WHEN b.funnel_low998 - b.value > 0.0005 THEN 'lower' WHEN b.value - b.funnel_high998 > 0.0005 THEN 'higher'
        WHEN b.funnel_low95 - b.value > 0.0005 THEN 'rather_lower' WHEN b.value - b.funnel_high95 > 0.0005 THEN 'rather_higher' ELSE 'noise' END AS place
    FROM analysis_benchmark_published AS b
    WHERE b.period = :period AND b.region <> 'LV'
)
SELECT
    c.title_lv, c.title_en,
    coalesce(max(CASE p.region WHEN 'kurzeme' THEN p.place END), 'none') AS kurzeme,
    coalesce(max(CASE p.region WHEN 'latgale' THEN p.place END), 'none') AS latgale,
    coalesce(max(CASE p.region WHEN 'riga' THEN p.place END), 'none') AS riga,
    coalesce(max(CASE p.region WHEN 'vidzeme' THEN p.place END), 'none') AS vidzeme,
    coalesce(max(CASE p.region WHEN 'zemgale' THEN p.place END), 'none') AS zemgale
FROM metrics_catalogue_published AS c
    JOIN places AS p ON p.kpi = c.kpi
WHERE c.kpi IN ('communities_supported', 'municipalities_reached', 'consultations', 'initiatives_approved',
        'initiatives_completed', 'initiative_approval_rate', 'events_held', 'people_trained', 'volunteers', 'unique_visitors',
        'esf_participants', 'results_on_time', 'safe_communities', 'communities_active_after', 'rural_border_share')
GROUP BY c.kpi
HAVING sum(p.place <> 'none') > 0
ORDER BY c.position
