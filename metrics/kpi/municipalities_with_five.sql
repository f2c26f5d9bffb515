-- position: 50
-- title_lv: Pašvaldības ar noteikto atbalstīto kopienu skaitu
-- title_en: Municipalities with the required number of supported communities
-- point: 24.3
-- fold: stock
-- unit: municipality
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: community
-- definition_lv: Pašvaldības, kurās jebkad atbalstīto kopienu skaits ir sasniedzis programmā noteikto
--   (piecas, ja programmas datnē nav norādīts cits); no dienas, kad sākās izšķirīgās kopienas atbalsts.
-- definition_en: Municipalities where the number of communities ever supported has reached the one set in
--   the programme file (five unless it says otherwise), from the day on which support of the deciding community
--   began.
-- not_counted_lv: Pašvaldības, kurās kopienu vēl ir mazāk.
-- not_counted_en: Municipalities that still have fewer.
-- anchor: kpi-municipalities_with_five
SELECT row, region, supported_from AS on_date, NULL AS until_date, municipality AS unit
FROM (
    SELECT row, region, supported_from, municipality,
        row_number() OVER (PARTITION BY municipality ORDER BY supported_from, community_id) AS nth
    FROM ingest_community
    WHERE supported_from IS NOT NULL AND municipality IS NOT NULL
)
WHERE nth = (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'communities_per_municipality')
