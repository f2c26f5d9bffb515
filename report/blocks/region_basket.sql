-- kind: table
-- about: the service basket of one region (:region of a dossier)
-- title_lv: Pakalpojumu groza izpilde
-- title_en: Delivery of the service basket of one region (:region of a dossier)
-- subtitle_lv: Vērtība un mērķis katram groza pakalpojumam, pārskata periods
-- subtitle_en: Value and target of each service of the basket, reporting period
-- empty_lv: Pakalpojumu groza mērķi nav ievadīti, tāpēc groza izpildi nevar salīdzināt.
-- empty_en: No targets of the service basket were entered, so its delivery cannot be compared.
-- note_lv: Grozs visiem centriem ir vienāds. Avots: mērķu saraksts un centru dati.
-- note_en: The basket is the same for all centres. Source: list of targets and the centres' data.
-- column title: text | Pakalpojums | Service | role=label
-- column value: by:format | Vērtība | Value | main | figure=value_figure:
-- column target: by:format | Mērķis | Target
-- column share_of_target: share0 | Izpilde | Share | figure=share_of_target | formula=value / target
-- column met: text | Sniegts | Delivered
SELECT
    c.title_lv, c.title_en, c.format, r.name_lv AS region_lv, r.name_en AS region_en,
    CASE v.target_kind WHEN 'incremental' THEN v.in_period ELSE v.cumulative END AS value,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN (v.target_kind = 'incremental' AND v.hidden_in) OR (v.target_kind <> 'incremental' AND v.hidden_cumulative) THEN 'hidden' END AS value_state,
    v.figure || CASE v.target_kind WHEN 'incremental' THEN '.in_period' ELSE '.cumulative' END AS value_figure,
    v.target, v.share_of_target, v.figure,
    CASE WHEN v.share_of_target >= 1 THEN 'jā' WHEN v.share_of_target IS NULL THEN 'nav zināms' ELSE 'vēl ne' END AS met_lv,
    CASE WHEN v.share_of_target >= 1 THEN 'yes' WHEN v.share_of_target IS NULL THEN 'not known' ELSE 'not yet' END AS met_en
FROM metrics_value_published AS v
    JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
    JOIN ingest_region_published AS r ON r.region = v.region
WHERE v.basket AND v.period = :period AND v.sex = '' AND v.region <> 'LV' AND (:region = 'LV' OR v.region = :region)
ORDER BY c.position, r.position
