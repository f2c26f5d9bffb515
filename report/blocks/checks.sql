-- kind: table
-- about: sums that must agree, tested on every run
-- title_lv: Rādītāju savstarpējā saskaņa
-- title_en: Whether indicators agree with each other
-- empty_lv: Visas pārbaudītās summas sakrīt.
-- empty_en: All tested sums agree.
-- note_lv: Rādītas tikai pārbaudes, kas nesakrīt. Avots: ikreizēja aprēķina pārbaude.
-- note_en: Only checks that fail are shown. Source: tests made on every run.
-- column text: text | Pārbaude | Check | role=label
-- column region: text | Reģions | Region
-- column expected: integer | Gaidīts | Expected
-- column found: integer | Ir | Found
SELECT c.text_lv, c.text_en, r.name_lv AS region_lv, r.name_en AS region_en, c.expected, c.found
FROM metrics_check_published AS c
    LEFT JOIN ingest_region_published AS r ON r.region = c.region
WHERE NOT c.holds AND coalesce(c.period, :period) = :period
ORDER BY c.check_id, c.region
