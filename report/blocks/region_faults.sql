-- kind: table
-- about: the five most frequent faults in a region's data (section dossiers gives :region)
-- title_lv: Biežākās kļūdas un brīdinājumi
-- title_en: The most frequent faults and warnings
-- empty_lv: Kļūdu un brīdinājumu nav.
-- empty_en: There are no faults or warnings.
-- note_lv: Visas rindas ar vietu un iemeslu ir darbgrāmatā, ko centrs saņem atpakaļ.
-- note_en: All rows with place and reason are in the workbook that the centre gets back.
-- column message: text | Iemesls (piemērs) | Reason (example) | role=label
-- column severity: word:severity | Veids | Kind
-- column faults: integer | Skaits | Number | main
SELECT min(message_lv) AS message_lv, min(message_en) AS message_en, severity, sum(faults) AS faults
FROM ingest_fault_published
WHERE region = :region
GROUP BY severity, code
ORDER BY sum(faults) DESC, severity, code
LIMIT 5
