-- kind: table
-- about: indicators of the summary that differ from the period before
-- title_lv: Kas mainījies kopš iepriekšējā pārskata perioda
-- title_en: What changed since the period before
-- empty_lv: Iepriekšējā pārskata perioda datu nav, tāpēc salīdzināt nav ar ko.
-- empty_en: There are no data of an earlier period to compare with.
-- note_lv: Vērtības ir kopš projekta sākuma. Avots: reģionālo centru iesniegtie dati.
-- note_en: Values are since the start of the project. Source: data delivered by the regional centres.
-- column title: text | Rādītājs | Indicator | role=label
-- column before: by:format | iepriekš | before | figure=previous_figure:cumulative
-- column now: by:format | tagad | now | main | figure=cumulative
SELECT
    c.title_lv, c.title_en, c.format, p.cumulative AS before, v.cumulative AS now, p.figure AS previous_figure, v.figure
FROM metrics_value_published AS v
    JOIN metrics_value_published AS p ON p.kpi = v.kpi AND p.region = v.region AND p.sex = '' AND p.period = :previous
    JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
WHERE v.region = 'LV' AND v.period = :period AND v.sex = '' AND v.cumulative IS NOT NULL AND p.cumulative IS NOT NULL
    AND v.cumulative <> p.cumulative
    AND v.kpi IN ('communities_mapped', 'initiatives_approved', 'municipalities_with_five', 'networks_active',
        'people_trained', 'incomplete_participants', 'results_on_time', 'eur_per_supported_community', 'volunteers',
        'publicity_items', 'communities_active_after')
ORDER BY c.position
LIMIT 6
