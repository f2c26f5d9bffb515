-- kind: multiples
-- about: supported communities by region and period
-- title_lv: Atbalstītās kopienas pa reģioniem
-- title_en: Supported communities by region
-- subtitle_lv: Kopienu skaits kopš projekta sākuma, katra perioda beigās
-- subtitle_en: Number of communities since the start, at the end of each period
-- note_lv: Visiem reģioniem ir viena skala. Periodi bez iesniegtiem datiem nav rādīti.
-- note_en: All regions share one scale. Periods without data are not shown.
-- empty_lv: Datu par reģioniem vēl nav.
-- empty_en: There are no data on regions yet.
-- column region: text | Reģions | Region | role=group | main
-- column to_on: date | Līdz | To | role=date
-- column cumulative: integer | Kopienas | Communities | role=y | figure=cumulative
SELECT r.name_lv AS region_lv, r.name_en AS region_en, p.to_on, v.cumulative, v.figure
FROM metrics_value_published AS v
JOIN metrics_period_published AS p ON p.period = v.period AND p.grid = 1
JOIN ingest_region_published AS r ON r.region = v.region
WHERE v.kpi = 'communities_supported' AND v.sex = '' AND v.cumulative IS NOT NULL AND v.hidden_cumulative = 0
ORDER BY r.position, p.position
