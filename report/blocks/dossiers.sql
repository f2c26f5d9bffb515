-- kind: value
-- about: one document for each region
SELECT region, position, name_lv, name_en, centre_lv
FROM ingest_region_published
WHERE region <> 'LV'
ORDER BY position
