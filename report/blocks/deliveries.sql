-- kind: table
-- about: deliveries of the period by region
-- title_lv: Datu iesniegumi pārskata periodā
-- title_en: Data deliveries of the period
-- empty_lv: Gaidāmie datu iesniegumi programmas iestatījumos nav norādīti.
-- empty_en: The programme's settings name no expected deliveries.
-- note_lv: Avots: saņemto datņu saraksts.
-- note_en: Source: list of files received.
-- group: region
-- column region: text | Reģions | Region | hidden
-- column dataset: text | Datu kopa | Dataset | role=label
-- column due_on: date | Termiņš | Due
-- column submission: text | Iesniegums | Delivery
-- column rows: integer | Rindas | Rows
-- column status: status | Stāvoklis | Status
SELECT r.name_lv AS region_lv, r.name_en AS region_en, d.title_lv AS dataset_lv, d.title_en AS dataset_en, d.due_on, d.submission, d.rows, d.status
FROM ingest_delivery_published AS d
    JOIN ingest_region_published AS r ON r.region = d.region
WHERE d.period = :period AND d.expected
ORDER BY r.position, d.title_lv
