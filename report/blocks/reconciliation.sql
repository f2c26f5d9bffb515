-- kind: table
-- about: where what CFLA approved and what the data now say differ
-- title_lv: Kur apstiprinātais un pašreizējie dati nesakrīt
-- title_en: Where what was approved and the present data differ
-- empty_lv: Visas apstiprinātās vērtības sakrīt ar pašreizējiem datiem.
-- empty_en: All approved values agree with the present data.
-- note_lv: Starpība ir pašreizējā vērtība mīnus apstiprinātā. Avots: apstiprināto vērtību saraksts un projekta dati.
-- note_en: The difference is the present value less the approved one. Source: list of approved values and project data.
-- column period: text | Pieprasījums | Request
-- column item: text | Kods | Code
-- column title: text | Rādītājs vai pozīcija | Indicator or line | role=label
-- column expected: decimal2 | Apstiprināts | Approved
-- column found: decimal2 | Tagad | Now | main
-- column difference: decimal2 | Starpība | Difference | formula=found - expected
SELECT period, item, title_lv, title_en, expected, found, difference
FROM metrics_reconciliation_published
WHERE source = 'approved' AND NOT holds
ORDER BY period, item
