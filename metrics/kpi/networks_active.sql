-- position: 60
-- title_lv: Aktīvie atbalsta tīkli
-- title_en: Active support networks
-- point: 24.3
-- fold: stock
-- unit: network
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: network
-- definition_lv: Atbalsta tīkli, kas perioda beigās darbojas; kopš projekta sākuma – visi izveidotie.
-- definition_en: Support networks that work at the end of the period; cumulative: all that were founded.
-- anchor: kpi-networks_active
SELECT row, region, founded_on AS on_date, closed_on AS until_date, region || ' ' || network_id AS unit
FROM ingest_network
