-- kind: table
-- about: values of an activity's indicators; :point comes from the section activities
-- title_lv: {point}. apakšpunkta rādītāji
-- title_en: Indicators of point {point}
-- note_lv: „–”: mērķis nav ievadīts. „n. i.”: dati nav iesniegti. Avots: reģionālo centru un projekta vadības dati.
-- note_en: "–": no target entered. "n/d": data not delivered. Source: data of the regional centres and the project's management.
-- column title: text | Rādītājs | Indicator | role=label
-- column in_period: by:format | Periodā | In the period | figure=in_period
-- column cumulative: by:format | Kopš sākuma | Since the start | main | figure=cumulative
-- column target: by:format | Mērķis | Target | figure=target
-- column share_of_target: share | Izpilde | Share of target | figure=share_of_target | formula=cumulative / target
-- column status: status | Stāvoklis | Status
SELECT
    c.title_lv, c.title_en, c.format, c.point, v.in_period, v.cumulative, v.target, v.share_of_target, v.figure,
    coalesce(f.status, CASE WHEN v.state = 'not_reported' THEN 'not_reported' WHEN v.target IS NULL THEN 'no_target'
        WHEN v.share_of_target >= 1 AND c.direction <> 'less' THEN 'met' ELSE 'no_forecast' END) AS status,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_in THEN 'hidden' END AS in_period_state,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state
FROM metrics_catalogue_published AS c
    JOIN metrics_value_published AS v ON v.kpi = c.kpi AND v.region = 'LV' AND v.period = :period AND v.sex = ''
    LEFT JOIN analysis_forecast_published AS f ON f.kpi = c.kpi AND f.region = 'LV' AND f.period = :period AND NOT f.hidden
WHERE c.point = :point OR instr(',' || replace(c.point, ' ', '') || ',', ',' || :point || ',') > 0
ORDER BY c.position
