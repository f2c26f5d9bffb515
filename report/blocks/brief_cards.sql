-- kind: cards
-- about: the numbers of the brief, large
-- title_lv: Paveiktais skaitļos
-- title_en: What was done, in numbers
-- subtitle_lv: Kopš projekta sākuma; ja ir ievadīts mērķis – arī varbūtība to sasniegt
-- subtitle_en: Since the start of the project; where a target was entered, also the probability of reaching it
-- note_lv: Melnā svītra ir mērķis, aplītis ar ūsām – prognoze un tās 80 % intervāls. Avots: reģionālo centru iesniegtie dati.
-- note_en: The black tick is the target, the ring with whiskers the forecast with its 80% interval. Source: data delivered by the regional centres.
-- column title: text | Rādītājs | Indicator | role=label
-- column cumulative: by:format | Kopš sākuma | Since the start | role=y | main | figure=cumulative
-- column unit: word:unit/cumulative | Mērvienība | Unit | role=unit
-- column target: by:format | Mērķis | Target | role=target | figure=target
-- column target_on: date | Termiņš | By | role=date
-- column forecast: by:format | Prognoze | Forecast | role=forecast | figure=forecast_figure:forecast
-- column forecast_low: by:format | Prognoze no | Forecast from | role=forecast_low | figure=forecast_figure:forecast_low
-- column forecast_high: by:format | Prognoze līdz | Forecast to | role=forecast_high | figure=forecast_figure:forecast_high
-- column probability: share0 | Varbūtība | Probability | role=probability | figure=forecast_figure:probability
-- column status: status | Stāvoklis | Status | role=status
WITH wanted (position, kpi) AS (
    VALUES (1, 'communities_supported'), (2, 'initiatives_completed'), (3, 'municipalities_reached')
)
SELECT
    c.title_lv, c.title_en, c.unit, c.format, v.cumulative, v.target, v.target_on, f.forecast, f.forecast_low,
    f.forecast_high, f.probability, f.figure AS forecast_figure, v.figure,
    CASE
        WHEN v.state = 'not_reported' THEN 'not_reported'
        ELSE COALESCE(f.status, CASE WHEN v.target IS NULL THEN 'no_target' ELSE 'no_forecast' END)
    END AS status,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative = 1 THEN 'hidden' END AS cumulative_state
FROM wanted AS w
JOIN metrics_catalogue_published AS c ON c.kpi = w.kpi
JOIN metrics_value_published AS v ON v.kpi = w.kpi AND v.region = 'LV' AND v.period = :period AND v.sex = ''
LEFT JOIN analysis_forecast_published AS f ON f.kpi = w.kpi AND f.region = 'LV' AND f.period = :period AND f.hidden = 0
ORDER BY w.position
