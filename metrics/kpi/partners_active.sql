-- position: 80
-- title_lv: Aktīvie partneri
-- title_en: Active partners
-- point: 24.3
-- fold: stock
-- unit: partner
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: partner
-- definition_lv: Partneri, ar kuriem sadarbība perioda beigās turpinās; kopš projekta sākuma – visi
--   iesaistītie.
-- definition_en: Partners whose co-operation goes on at the end of the period; cumulative: all that ever
--   joined.
-- anchor: kpi-partners_active
SELECT row, region, joined_on AS on_date, left_on AS until_date, region || ' ' || partner_id AS unit
FROM ingest_partner
