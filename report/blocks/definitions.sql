-- kind: table
-- about: what each KPI means
-- title_lv: Rādītāju skaidrojumi
-- title_en: What the indicators mean
-- note_lv: Avots: rādītāju katalogs.
-- note_en: Source: catalogue of indicators.
-- column title: text | Rādītājs | Indicator | role=label | main
-- column point: text | Apakšpunkts | Point
-- column definition: text | Skaidrojums | Definition
SELECT title_lv, title_en, CASE point WHEN 'all' THEN 'visi' ELSE point END AS point_lv, CASE point WHEN 'all' THEN 'all' ELSE point END AS point_en, definition_lv, definition_en
FROM metrics_catalogue_published
ORDER BY position
