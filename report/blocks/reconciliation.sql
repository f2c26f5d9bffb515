-- kind: table
-- about: what CFLA approved against what the data say
-- title_lv: Saskaņošana ar iepriekš apstiprināto
-- title_en: Reconciliation with what was approved before
-- empty_lv: CFLA apstiprinātās vērtības nav ievadītas, tāpēc saskaņošana nav veikta.
-- empty_en: No approved values were entered, so nothing was reconciled.
-- note_lv: Avots: apstiprināto vērtību saraksts.
-- note_en: Source: list of approved values.
-- column request: text | Pieprasījums | Request
-- column item: text | Rādītājs vai pozīcija | Indicator or line | role=label
-- column value: decimal2 | Apstiprināts | Approved | main
SELECT request, item, value
FROM ingest_approved_published
ORDER BY request, item
