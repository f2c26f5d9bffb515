-- kind: table
-- about: of the indicators not on track, the three that lag most behind their targets, with the managers' explanation
-- title_lv: Trīs lielākās novirzes no mērķa
-- title_en: The three largest gaps to target
-- empty_lv: Mērķi nav ievadīti vai visi rādītāji ir pēc plāna.
-- empty_en: No targets were entered, or all indicators are on track.
-- note_lv: Novirzes kārtotas pēc mērķa izpildes, sākot ar zemāko. Skaidrojumu raksta projekta vadītāji.
-- note_en: Gaps are in order of the share of target reached, lowest first. Explanations are the project managers' own.
-- column title: text | Rādītājs | Indicator | role=label
-- column target: by:format | mērķis | target | figure=target
-- column value: by:format | sasniegts | reached | main | figure=value_figure:
-- column share_of_target: share | izpilde | share | figure=share_of_target | formula=value / target
-- column status: status | stāvoklis | status
-- below: explanation
SELECT
    c.title_lv, c.title_en, c.format, v.target, v.share_of_target, v.figure,
    CASE v.target_kind WHEN 'incremental' THEN v.in_period ELSE v.cumulative END AS value,
    v.figure || CASE v.target_kind WHEN 'incremental' THEN '.in_period' ELSE '.cumulative' END AS value_figure,
    coalesce(f.status, 'no_forecast') AS status,
    replace(n.markdown, char(10), ' ') AS explanation
FROM metrics_value_published AS v
    JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
    LEFT JOIN analysis_forecast_published AS f ON f.kpi = v.kpi AND f.region = 'LV' AND f.period = v.period AND NOT f.hidden
    LEFT JOIN ingest_narrative_published AS n ON n.period = :period AND n.name = v.kpi
        AND n.lang = (SELECT x.lang FROM ingest_narrative_published AS x WHERE x.period = :period AND x.name = v.kpi
            ORDER BY x.lang = :lang DESC, x.lang = 'lv' DESC LIMIT 1)
WHERE v.region = 'LV' AND v.period = :period AND v.sex = '' AND v.share_of_target < 1 AND c.direction <> 'less'
    AND coalesce(f.status, 'no_forecast') NOT IN ('met', 'on_track')
ORDER BY v.share_of_target, c.position
LIMIT 3
