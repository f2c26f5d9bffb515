-- kind: table
-- about: what each region did, side by side, in alphabetical order
-- title_lv: Reģioni vienā tabulā
-- title_en: The regions side by side
-- subtitle_lv: Kopš projekta sākuma; reģioni alfabēta secībā, nevis pēc vērtības
-- subtitle_en: Since the start of the project; regions in alphabetical order, not by value
-- note_lv: Reģioni nav vienādi: Rīgas plānošanas reģionā ir vairāk iedzīvotāju, Zemgalē mazāk pašvaldību. Salīdzināšanai – vērtības uz 10 000 iedzīvotāju nākamajās lapās. Avots: centru dati.
-- note_en: Regions are not alike: Rīga has more residents, Zemgale fewer municipalities. For comparison see values per 10,000 residents on the next pages. Source: the centres' data.
-- column region: text | Reģions | Region | role=label
-- column communities: integer | Atbalstītās kopienas | Supported communities | figure=communities_figure:cumulative
-- column municipalities: integer | Pašvaldības ar iniciatīvu | Municipalities with an initiative | figure=municipalities_figure:cumulative
-- column approved: integer | Apstiprinātās iniciatīvas | Approved initiatives | figure=approved_figure:cumulative
-- column completed: integer | Pabeigtās iniciatīvas | Completed initiatives | figure=completed_figure:cumulative
-- column events: integer | Pasākumi | Events | figure=events_figure:cumulative
-- column visitors: integer | Unikālie apmeklētāji | Unique visitors | figure=visitors_figure:cumulative
SELECT
    r.name_lv AS region_lv, r.name_en AS region_en, CASE r.region WHEN 'LV' THEN 'total' ELSE 'data' END AS row_kind,
    max(CASE v.kpi WHEN 'communities_supported' THEN v.cumulative END) AS communities, max(CASE v.kpi WHEN 'communities_supported' THEN v.figure END) AS communities_figure,
    max(CASE v.kpi WHEN 'municipalities_reached' THEN v.cumulative END) AS municipalities, max(CASE v.kpi WHEN 'municipalities_reached' THEN v.figure END) AS municipalities_figure,
    max(CASE v.kpi WHEN 'initiatives_approved' THEN v.cumulative END) AS approved, max(CASE v.kpi WHEN 'initiatives_approved' THEN v.figure END) AS approved_figure,
    max(CASE v.kpi WHEN 'initiatives_completed' THEN v.cumulative END) AS completed, max(CASE v.kpi WHEN 'initiatives_completed' THEN v.figure END) AS completed_figure,
    max(CASE v.kpi WHEN 'events_held' THEN v.cumulative END) AS events, max(CASE v.kpi WHEN 'events_held' THEN v.figure END) AS events_figure,
    max(CASE v.kpi WHEN 'unique_visitors' THEN v.cumulative END) AS visitors, max(CASE v.kpi WHEN 'unique_visitors' THEN v.figure END) AS visitors_figure,
    max(CASE WHEN v.kpi = 'communities_supported' AND v.state = 'not_reported' THEN 'not_delivered' END) AS communities_state,
    max(CASE WHEN v.kpi = 'municipalities_reached' AND v.state = 'not_reported' THEN 'not_delivered' END) AS municipalities_state,
    max(CASE WHEN v.kpi = 'initiatives_approved' AND v.state = 'not_reported' THEN 'not_delivered' END) AS approved_state,
    max(CASE WHEN v.kpi = 'initiatives_completed' AND v.state = 'not_reported' THEN 'not_delivered' END) AS completed_state,
    max(CASE WHEN v.kpi = 'events_held' AND v.state = 'not_reported' THEN 'not_delivered' END) AS events_state,
    max(CASE WHEN v.kpi = 'unique_visitors' AND v.state = 'not_reported' THEN 'not_delivered' WHEN v.kpi = 'unique_visitors' AND v.hidden_cumulative THEN 'hidden' END) AS visitors_state
FROM (SELECT region, position, name_lv, name_en FROM ingest_region_published WHERE region <> 'LV'
    UNION ALL SELECT 'LV', 99, 'Valstī kopā', 'Whole country') AS r
    LEFT JOIN metrics_value_published AS v ON v.region = r.region AND v.period = :period AND v.sex = ''
GROUP BY r.region
ORDER BY r.position
