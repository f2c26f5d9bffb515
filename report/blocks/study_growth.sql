-- kind: lines
-- about: cumulative supported communities and completed initiatives by period
-- title_lv: Atbalstītās kopienas un īstenotās iniciatīvas kopš projekta sākuma
-- title_en: Supported communities and completed initiatives since the start
-- subtitle_lv: Skaits katra perioda beigās, valstī kopā
-- subtitle_en: Number at the end of each period, whole country
-- note_lv: Skaiti ir no reģionālo centru datiem; periodi bez iesniegtiem datiem līnijā nav rādīti.
-- note_en: Counts come from data of the regional centres; periods without data are not shown.
-- empty_lv: Vēl nav periodu, par kuriem rādīt līniju.
-- empty_en: There are no periods to show yet.
-- column to_on: date | Līdz | To | role=date
-- column title: text | Rādītājs | Indicator | role=series
-- column cumulative: integer | Skaits | Number | role=y | figure=cumulative | main
SELECT p.to_on, c.title_lv, c.title_en, v.cumulative, v.figure
FROM metrics_value_published AS v
JOIN metrics_period_published AS p ON p.period = v.period AND p.grid = 1
JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
WHERE v.region = 'LV' AND v.sex = '' AND v.kpi IN ('communities_supported', 'initiatives_completed')
  AND v.cumulative IS NOT NULL AND v.hidden_cumulative = 0
ORDER BY c.position, p.position
