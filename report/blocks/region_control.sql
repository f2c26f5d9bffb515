-- kind: control
-- about: events a month by region, in their usual range
-- title_lv: Pasākumi pa mēnešiem un parasto svārstību robežas reģionos
-- title_en: Events by month and the range of usual variation in the regions
-- subtitle_lv: Skaits mēnesī
-- subtitle_en: Number a month
-- note_lv: Līnija vidū ir parastais līmenis, malējās – parasto svārstību robežas. Par vienu kāpumu vai kritumu robežās nav jāuztraucas. Avots: centru dati.
-- note_en: Middle: usual level; outer: usual variation. One rise or fall inside needs no action. Source: the centres' data.
-- empty_lv: Kontroles kartei mēnešu vēl ir par maz.
-- empty_en: There are too few months for a control chart yet.
-- column panel: text | Reģions | Region | role=series
-- column month: date | Mēnesis | Month | role=date
-- column value: integer | Vērtība | Value | role=y | main | figure=value
-- column centre: decimal1 | Parastais līmenis | Usual level | role=centre | figure=centre
-- column low: decimal1 | No | From | role=low | figure=low
-- column high: decimal1 | Līdz | To | role=high | figure=high
SELECT r.name_lv AS panel_lv, r.name_en AS panel_en, s.month || '-01' AS month, s.value, s.centre, s.low, s.high, s.figure
FROM analysis_control_published AS s
    JOIN ingest_region_published AS r ON r.region = s.region
WHERE s.kpi = 'events_held' AND NOT s.hidden AND s.region <> 'LV' AND s.centre IS NOT NULL
ORDER BY r.position, s.position
