-- position: 70
-- title_lv: Kopienas atbalsta tīklos
-- title_en: Communities in support networks
-- point: 24.3
-- fold: stock
-- unit: community
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: network_member
-- definition_lv: Kopienas, kuras perioda beigās ir vismaz vienā atbalsta tīklā; kopš projekta sākuma –
--   kopienas, kuras tajos jebkad bijušas.
-- definition_en: Communities that belong to at least one support network at the end of the period;
--   cumulative: those that ever did.
-- anchor: kpi-network_communities
SELECT row, region, joined_on AS on_date, left_on AS until_date, community_id AS unit
FROM ingest_network_member
