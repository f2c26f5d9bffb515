-- kind: table
-- about: where a value in the period is not what the total grew by since the previous report, with the reasons found
-- title_lv: Kur perioda vērtība nesakrīt ar kopsummas pieaugumu
-- title_en: Where the value in the period is not what the total grew by
-- subtitle_lv: Kopsummas pieaugums kopš iepriekšējā pārskata un vērtība periodā, valstī kopā
-- subtitle_en: Growth of the total since the previous report and value in the period, whole country
-- empty_lv: Visas perioda vērtības sakrīt ar kopsummu pieaugumu.
-- empty_en: All values in the period are what the totals grew by.
-- note_lv: Iemesli ir rindu skaits: novēloti iesniegtas, labotas un atsauktas. „…”: rādītājs par cilvēkiem, tāpēc starpību nepublicē. Avots: iepriekšējā un pašreizējā datu krātuve.
-- note_en: Reasons are numbers of rows: delivered late, corrected, withdrawn. "…": an indicator about people, so the gap is not published. Source: the previous and the present store.
-- column title: text | Rādītājs | Indicator | role=label
-- column period: period | Periods | Period
-- column expected: by:format | Kopsummas pieaugums | Growth of the total
-- column found: by:format | Periodā | In the period | main
-- column late: integer | Novēlotas rindas | Late rows
-- column resubmitted: integer | Labotas | Corrected
-- column withdrawn: integer | Atsauktas | Withdrawn
SELECT m.title_lv, m.title_en, m.period, m.expected, m.found, m.late, m.resubmitted, m.withdrawn, coalesce(c.format, 'decimal2') AS format,
    CASE WHEN c.about = 'persons' AND m.expected IS NULL THEN 'hidden' END AS expected_state,
    CASE WHEN c.about = 'persons' AND m.found IS NULL THEN 'hidden' END AS found_state
FROM metrics_reconciliation_published AS m
    LEFT JOIN metrics_catalogue_published AS c ON c.kpi = m.kpi
WHERE m.source <> 'approved' AND NOT m.holds AND m.sex = '' AND m.region = 'LV'
ORDER BY c.position, m.period
LIMIT 40
