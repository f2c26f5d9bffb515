-- kind: tiles
-- about: approved initiatives by municipality
-- title_lv: Apstiprināta iniciatīva ir {reached} no {count} pašvaldībām
-- title_en: {reached} of {count} municipalities have an approved initiative
-- subtitle_lv: Apstiprināto iniciatīvu skaits kopš projekta sākuma, dati līdz {as_of}
-- subtitle_en: Approved initiatives since the start of the project, data up to {as_of}
-- note_lv: Viens kvadrāts ir viena pašvaldība. Tukšs kvadrāts – apstiprinātu iniciatīvu nav. Avots: iniciatīvu saraksti.
-- note_en: One square is one municipality. Empty: no approved initiative. Source: lists of initiatives.
-- empty_lv: Datu par pašvaldībām nav.
-- empty_en: There are no data on municipalities.
-- column atvk: text | ATVK | ATVK | role=key
-- column municipality: text | Pašvaldība | Municipality | role=label
-- column initiatives: integer | Iniciatīvas | Initiatives | role=y | main | figure=initiatives
-- column as_of: date
SELECT atvk, short_lv AS municipality, coalesce(initiatives, 0) AS initiatives, figure,
    CASE WHEN region IN (SELECT region FROM metrics_value_published
        WHERE kpi = 'municipalities_reached' AND period = :period AND sex = '' AND state = 'not_reported') THEN 'not_delivered' END AS initiatives_state,
    :as_of AS as_of, sum(initiatives > 0) OVER () AS reached, count(*) OVER () AS count
FROM metrics_municipality_published
WHERE :region = 'LV' OR region = :region
ORDER BY atvk
