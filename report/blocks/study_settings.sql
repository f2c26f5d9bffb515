-- kind: table
-- about: settings of the run that the numbers hang on
-- title_lv: Šī aprēķina iestatījumi
-- title_en: Settings of this run
-- empty_lv: Iestatījumu nav.
-- empty_en: There are no settings.
-- column title: text | Iestatījums | Setting | main
-- column value: by:value_format | Vērtība | Value
WITH names (key, place, title_lv, title_en) AS (
    VALUES
        ('as_of', 1, 'Dati iekļauti līdz', 'Data included up to'),
        ('period_from', 2, 'Pārskata perioda sākums', 'Start of the report''s period'),
        ('period_to', 3, 'Pārskata perioda beigas', 'End of the report''s period'),
        ('threshold', 4, 'Konfidencialitātes slieksnis, cilvēki', 'Disclosure threshold, persons'),
        ('privacy.area_threshold', 5, 'Slieksnis zem pašvaldības līmeņa, cilvēki', 'Threshold below municipality level, persons'),
        ('plan_sha256', 6, 'Analīzes plāna kontrolsumma (SHA-256)', 'Checksum of the analysis plan (SHA-256)'),
        ('previous_sha256', 7, 'Iepriekšējās krātuves kontrolsumma (SHA-256)', 'Checksum of the previous store (SHA-256)')
),
settings AS (
    SELECT key, value FROM metrics_setting_published
    UNION
    SELECT key, value FROM ingest_programme_published
)
SELECT
    n.title_lv, n.title_en, s.value,
    CASE WHEN n.key IN ('as_of', 'period_from', 'period_to') THEN 'date' ELSE 'text' END AS value_format
FROM names AS n
JOIN settings AS s ON s.key = n.key
WHERE s.value IS NOT NULL AND s.value <> ''
ORDER BY n.place
