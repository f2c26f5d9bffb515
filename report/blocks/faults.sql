-- kind: table
-- about: rows kept out or warned about, by region and reason
-- title_lv: Noraidītās rindas un brīdinājumi
-- title_en: Rows kept out and warnings
-- empty_lv: Neviena rinda nav noraidīta un brīdinājumu nav.
-- empty_en: No row was kept out and there are no warnings.
-- note_lv: Katrs centrs savas rindas ar vietu un iemeslu saņem darbgrāmatā. Avots: datu pārbaude.
-- note_en: Each centre gets its own rows with place and reason in a workbook. Source: data checks.
-- group: region
-- column region: text | Reģions | Region | hidden
-- column message: text | Iemesls (piemērs) | Reason (example) | role=label
-- column severity: word:severity | Veids | Kind
-- column faults: integer | Skaits | Number
SELECT coalesce(r.name_lv, 'Kopīgās datnes') AS region_lv, coalesce(r.name_en, 'Central files') AS region_en,
    min(f.message_lv) AS message_lv, min(f.message_en) AS message_en, f.severity, sum(f.faults) AS faults
FROM ingest_fault_published AS f
    LEFT JOIN ingest_region_published AS r ON r.region = f.region
GROUP BY f.region, f.severity, f.code
ORDER BY coalesce(r.position, 99), f.severity, faults DESC, f.code
