-- kind: control
-- about: control charts over months of events held, by region
-- title_lv: {finding}
-- title_en: {finding}
-- subtitle_lv: Notikušie pasākumi mēnesī, pa reģioniem
-- subtitle_en: Events held a month, by region
-- note_lv: Līnija vidū ir parastais līmenis, malējās – parasto svārstību robežas. Par vienu kāpumu vai kritumu robežās nav jāuztraucas. Kartē ir arī mēneši, kad darbs vēl nebija sācies.
-- note_en: Middle: usual level; outer: usual variation. One rise or fall inside needs no action. Months before the work began are in the chart too.
-- empty_lv: Kontroles kartei mēnešu vēl ir par maz.
-- empty_en: There are too few months for a control chart yet.
-- column region: text | Reģions | Region | role=series
-- column month: date | Mēnesis | Month | role=date
-- column value: integer | Vērtība | Value | role=y | figure=value | main
-- column centre: decimal1 | Parastais līmenis | Usual level | role=centre | figure=centre
-- column low: decimal1 | No | From | role=low | figure=low
-- column high: decimal1 | Līdz | To | role=high | figure=high
-- column signal: text | Signāls | Signal | role=note
WITH shown AS (
    SELECT region, month, position, value, centre, low, high, signal, figure
    FROM analysis_control_published
    WHERE kpi = 'events_held' AND region <> 'LV' AND hidden = 0
),
counts AS (
    SELECT COUNT(CASE WHEN signal > 0 THEN 1 END) AS signals
    FROM shown
)
SELECT
    r.name_lv AS region_lv, r.name_en AS region_en, s.month || CASE LENGTH(s.month) WHEN 7 THEN '-01' ELSE '' END AS month, s.value, s.centre, s.low,
    s.high, CASE WHEN s.signal > 0 THEN 'ir' END AS signal_lv, CASE WHEN s.signal > 0 THEN 'yes' END AS signal_en, s.figure,
    CASE WHEN k.signals = 0 THEN 'Mēnešu svārstības ir parastas' ELSE 'Dažos mēnešos vērtība ir ārpus kontroles robežām' END AS finding_lv,
    CASE WHEN k.signals = 0 THEN 'Variation between months is usual' ELSE 'In some months the value is outside the control limits' END AS finding_en
FROM shown AS s
JOIN counts AS k
JOIN ingest_region_published AS r ON r.region = s.region
ORDER BY r.position, s.position
