-- kind: table
-- about: values of the previous report that have changed since, with the reasons found in the data
-- title_lv: Kas iepriekšējā pārskatā ziņotajā mainījies
-- title_en: What changed in what the previous report said
-- empty_lv: Iepriekšējā pārskata vērtības nav mainījušās.
-- empty_en: No value of the previous report has changed.
-- note_lv: Iemesli: novēloti iesniegtas, labotas un atsauktas rindas. Avots: iepriekšējā un pašreizējā datu krātuve.
-- note_en: Reasons: rows delivered late, corrected and withdrawn. Source: the previous and the present store.
-- column title: text | Rādītājs | Indicator | role=label
-- column region: text | Reģions | Region
-- column period: text | Periods | Period
-- column expected: by:format | Iepriekš | Before
-- column found: by:format | Tagad | Now | main
-- column late: integer | Novēlotas rindas | Late rows
-- column resubmitted: integer | Labotas | Corrected
-- column withdrawn: integer | Atsauktas | Withdrawn
SELECT m.title_lv, m.title_en, coalesce(r.name_lv, 'Valstī kopā') AS region_lv, coalesce(r.name_en, 'Whole country') AS region_en,
    m.period, m.expected, m.found, m.late, m.resubmitted, m.withdrawn, coalesce(c.format, 'decimal2') AS format
FROM metrics_reconciliation_published AS m
    LEFT JOIN ingest_region_published AS r ON r.region = m.region
    LEFT JOIN metrics_catalogue_published AS c ON c.kpi = m.kpi
WHERE m.source <> 'approved' AND NOT m.holds AND m.sex = '' AND m.region = 'LV'
ORDER BY c.position, m.period
LIMIT 40
