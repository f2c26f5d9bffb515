-- kind: value
-- about: the five regions in their order, with the centre of each
SELECT region, position, name_lv, name_en, centre_lv
FROM ingest_region_published
WHERE region <> 'LV'
ORDER BY position
