-- position: 240
-- title_lv: Mazākumtautību kopienu iniciatīvu īpatsvars
-- title_en: Share of minority communities
-- point: 24.4
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Mazākumtautību kopienu īpatsvars to apstiprināto iniciatīvu vidū, kuru kopiena ir zināma;
--   pēc lēmuma dienas.
-- definition_en: Minority communities as a share of the approved initiatives whose community is known, by
--   day of decision.
-- not_counted_lv: Iniciatīvas bez zināmas kopienas.
-- not_counted_en: Initiatives without a known community.
-- anchor: kpi-minority_share
SELECT i.row, i.region, i.decided_on AS on_date, c.kind = 'minority' AS value, 1 AS base
FROM ingest_initiative AS i
JOIN ingest_community AS c ON c.community_id = i.community_id
WHERE i.decision = 'approved'
