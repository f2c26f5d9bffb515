-- kind: table
-- about: named thresholds of the rules with their reasons
-- title_lv: Kārtulu sliekšņi un to iemesli
-- title_en: Thresholds of the rules and their reasons
-- note_lv: Sliekšņi noteikti pirms noslēguma datiem; īpatsvari rakstīti kā daļa no viena.
-- note_en: Thresholds were set before the end-line data; shares are written as parts of one.
-- empty_lv: Kārtulām skaitlisku sliekšņu nav.
-- empty_en: The rules have no numerical thresholds.
-- column title: text
-- column reason: text | Iemesls | Reason
-- column value: by:value_format | Slieksnis | Threshold | main
-- group: title
SELECT
    r.title_lv, r.title_en, t.reason_lv, t.reason_en, t.value,
    CASE WHEN t.value = CAST(t.value AS INTEGER) THEN 'integer' ELSE 'decimal2' END AS value_format
FROM analysis_threshold_published AS t
JOIN analysis_recommendation_published AS r ON r.recommendation = t.recommendation
ORDER BY r.position, t.position
