-- kind: control
-- about: a region's events, consultations and applications a month, in their usual range (:region of a dossier)
-- title_lv: Kas mēnesī notiek un kādas svārstības ir parastas
-- title_en: What happens in a month, and which variation is usual
-- subtitle_lv: Skaits mēnesī
-- subtitle_en: Number a month
-- note_lv: Līnija vidū ir parastais līmenis, malējās – parasto svārstību robežas. Par vienu kāpumu vai kritumu robežās nav jāuztraucas. Avots: centru dati.
-- note_en: Middle: usual level; outer: usual variation. One rise or fall inside needs no action. Source: the centres' data.
-- empty_lv: Kontroles kartei mēnešu vēl ir par maz.
-- empty_en: There are too few months for a control chart yet.
-- column panel: text | Rādītājs | Indicator | role=series
-- column month: date | Mēnesis | Month | role=date
-- column value: integer | Vērtība | Value | role=y | main | figure=value
-- column centre: decimal1 | Parastais līmenis | Usual level | role=centre | figure=centre
-- column low: decimal1 | No | From | role=low | figure=low
-- column high: decimal1 | Līdz | To | role=high | figure=high
SELECT c.title_lv AS panel_lv, c.title_en AS panel_en, s.month || '-01' AS month, s.value, s.centre, s.low, s.high, s.figure
FROM analysis_control_published AS s
    JOIN metrics_catalogue_published AS c ON c.kpi = s.kpi
WHERE s.region = :region AND s.kpi IN ('events_held', 'consultations', 'initiatives_submitted') AND NOT s.hidden AND s.centre IS NOT NULL
ORDER BY c.position, s.position
