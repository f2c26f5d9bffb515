-- kind: value
-- about: what a region was expected to deliver for the period and did not (:region of a dossier)
-- column due_on: date
SELECT title_lv AS dataset_lv, title_en AS dataset_en, due_on
FROM ingest_delivery_published
WHERE period = :period AND missing AND region = :region
ORDER BY title_lv
