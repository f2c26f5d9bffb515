-- kind: grid
-- about: which centre delivered which dataset of the period
-- title_lv: Centri iesniedza {delivered} no {expected} gaidītajiem datu iesniegumiem
-- title_en: The centres delivered {delivered} of {expected} expected sets of data
-- subtitle_lv: Datu iesniegumi pārskata periodā pa reģioniem
-- subtitle_en: Data deliveries of the period by region
-- note_lv: Neiesniegtais nav nulle: šūnas, kas no tā atkarīgas, ir apzīmētas ar „n. i.”. Avots: iesniegto datņu saraksts.
-- note_en: What is not delivered is not zero: cells that depend on it are marked n/d. Source: list of files received.
-- empty_lv: Programmas iestatījumos nav norādīts, kādi dati no centriem gaidāmi, tāpēc pilnīgumu nevar aprēķināt.
-- empty_en: The programme's settings do not say which data are expected, so completeness cannot be computed.
-- column region: text | Reģions | Region | role=label
-- column dataset: text | Datu kopa | Dataset | role=series
-- column status: status | Stāvoklis | Status | role=status
-- column delivered: integer
-- column expected: integer
SELECT
    r.name_lv AS region_lv, r.name_en AS region_en, d.title_lv AS dataset_lv, d.title_en AS dataset_en, d.status,
    sum(d.status IN ('delivered', 'late')) OVER () AS delivered, count(*) OVER () AS expected
FROM ingest_delivery_published AS d
    JOIN ingest_region_published AS r ON r.region = d.region
WHERE d.period = :period AND d.expected
ORDER BY r.position, d.title_lv
