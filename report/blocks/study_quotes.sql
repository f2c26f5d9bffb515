-- kind: value
-- about: publishable excerpts of one theme: the first that supports and the first that is against (a section gives :theme)
SELECT
    q.excerpt_lv, q.excerpt_en, q.stance,
    CASE q.region WHEN 'LV' THEN NULL ELSE r.name_lv END AS place_lv, CASE q.region WHEN 'LV' THEN NULL ELSE r.name_en END AS place_en
FROM analysis_quote_published AS q
LEFT JOIN ingest_region_published AS r ON r.region = q.region
WHERE q.theme = :theme AND q.stance <> 0
  AND q.position = (SELECT MIN(f.position) FROM analysis_quote_published AS f WHERE f.theme = q.theme AND f.stance = q.stance)
ORDER BY q.stance DESC
