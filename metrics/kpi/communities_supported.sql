-- position: 40
-- title_lv: Atbalstītās kopienas
-- title_en: Communities supported
-- point: 24.3
-- fold: stock
-- unit: community
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: community
-- definition_lv: Kopienas, kuras perioda beigās saņem atbalstu; kopš projekta sākuma – kopienas, kuras
--   atbalstu jebkad saņēmušas.
-- definition_en: Communities under support at the end of the period; cumulative: communities ever
--   supported.
-- not_counted_lv: Kopienas bez atbalsta sākuma dienas.
-- not_counted_en: Communities without a start of support.
-- anchor: kpi-communities_supported
SELECT row, region, supported_from AS on_date, supported_to AS until_date, community_id AS unit
FROM ingest_community
WHERE supported_from IS NOT NULL
