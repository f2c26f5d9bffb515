-- kind: bullet
-- about: forecast against target
-- title_lv: Prognoze pret mērķi
-- title_en: Forecast against target
-- subtitle_lv: Vērtība kopš projekta sākuma, mērķis un prognoze ar 80 % intervālu
-- subtitle_en: Value since the start, target and forecast with its 80% interval
-- empty_lv: Mērķi nav ievadīti, tāpēc prognozi ar mērķi nevar salīdzināt.
-- empty_en: No targets were entered, so there is nothing to compare a forecast with.
-- note_lv: Prognoze turpina līdzšinējo gaitu; tā nav plāns. Avots: centru dati un mērķu saraksts.
-- note_en: The forecast goes on as before; it is no plan. Source: the centres' data and the list of targets.
-- column title: text | Rādītājs | Indicator | role=label
-- column cumulative: by:format | Vērtība | Value | role=y | main | figure=cumulative
-- column target: by:format | Mērķis | Target | role=target | figure=target
-- column forecast: by:format | Prognoze | Forecast | role=forecast | figure=forecast_figure:forecast
-- column forecast_low: by:format | No | From | role=forecast_low | figure=forecast_figure:forecast_low
-- column forecast_high: by:format | Līdz | To | role=forecast_high | figure=forecast_figure:forecast_high
-- column probability: share0 | Varbūtība | Probability | role=probability | figure=forecast_figure:probability
-- column status: status | Stāvoklis | Status | role=status
SELECT
    c.title_lv, c.title_en, c.format, v.cumulative, v.target, f.forecast, f.forecast_low, f.forecast_high, f.probability,
    coalesce(f.status, 'no_forecast') AS status, v.figure, f.figure AS forecast_figure,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state
FROM metrics_value_published AS v
    JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
    LEFT JOIN analysis_forecast_published AS f ON f.kpi = v.kpi AND f.region = v.region AND f.period = v.period AND NOT f.hidden
WHERE v.region = :region AND v.period = :period AND v.sex = '' AND v.target IS NOT NULL AND v.target_kind = 'cumulative'
ORDER BY c.position
