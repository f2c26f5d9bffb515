-- position: 230
-- title_lv: Lauku un pierobežas iniciatīvu īpatsvars
-- title_en: Share of rural and border initiatives
-- point: 24.4
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Lauku un pierobežas kopienu īpatsvars to apstiprināto iniciatīvu vidū, kuru kopiena ir
--   zināma; pēc lēmuma dienas.
-- definition_en: Rural and border communities as a share of the approved initiatives whose community is
--   known, by day of decision.
-- not_counted_lv: Iniciatīvas bez zināmas kopienas vai tās vides.
-- not_counted_en: Initiatives without a known community or its setting.
-- anchor: kpi-rural_border_share
SELECT i.row, i.region, i.decided_on AS on_date, c.setting IN ('rural', 'border') AS value, 1 AS base
FROM ingest_initiative AS i
JOIN ingest_community AS c ON c.community_id = i.community_id
WHERE i.decision = 'approved' AND c.setting IS NOT NULL
