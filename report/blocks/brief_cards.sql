-- kind: cards
-- about: the numbers of the brief, large
-- title_lv: Paveiktais skaitļos
-- title_en: What was done, in numbers
-- subtitle_lv: Vērtība kopš projekta sākuma; mērķis un prognoze līdz mērķa termiņam
-- subtitle_en: Value since the start of the project; target and forecast at the target's date
-- note_lv: Melnā svītra ir mērķis, aplītis ar ūsām – prognoze un tās 80 % intervāls. Kur mērķis nav ievadīts, karte to pasaka. Avots: reģionālo centru iesniegtie dati.
-- note_en: The black tick is the target, the ring with whiskers the forecast with its 80% interval. Where no target was entered the card says so. Source: data delivered by the regional centres.
-- column title: text | Rādītājs | Indicator | role=label
-- column cumulative: by:format | Kopš sākuma | Since the start | role=y | main | figure=cumulative
-- column unit: word:unit/cumulative | Mērvienība | Unit | role=unit
-- column target: by:format | Mērķis | Target | role=target | figure=target
-- column target_on: date | Termiņš | By | role=date
-- column forecast: by:forecast_format | Prognoze | Forecast | role=forecast | figure=forecast
-- column forecast_low: by:forecast_format | Prognoze no | Forecast from | role=forecast_low | figure=forecast_low
-- column forecast_high: by:forecast_format | Prognoze līdz | Forecast to | role=forecast_high | figure=forecast_high
-- column probability: share0 | Varbūtība | Probability | role=probability | figure=probability
-- column status: status | Stāvoklis | Status | role=status
-- column in_period: by:format | Periodā | In the period | role=x | figure=in_period
-- column previous_in: by:format | Iepriekšējā periodā | In the period before | role=previous | figure=previous_figure:in_period
WITH wanted (position, kpi) AS (
    VALUES (1, 'communities_supported'), (2, 'initiatives_completed'), (3, 'people_trained')
)
SELECT
    c.title_lv, c.title_en, c.unit, CASE c.format WHEN 'eur2' THEN 'eur' ELSE c.format END AS format,
    CASE c.format WHEN 'eur2' THEN 'eur' ELSE c.format END AS forecast_format,
    v.cumulative, v.in_period, v.target, v.target_on, p.in_period AS previous_in, p.figure AS previous_figure,
    f.forecast, f.forecast_low, f.forecast_high, f.probability,
    coalesce(f.status, CASE WHEN v.state = 'not_reported' THEN 'not_reported' WHEN v.target IS NULL THEN 'no_target' ELSE 'no_forecast' END) AS status,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_in THEN 'hidden' END AS in_period_state,
    v.figure
FROM wanted AS w
    JOIN metrics_catalogue_published AS c ON c.kpi = w.kpi
    JOIN metrics_value_published AS v ON v.kpi = w.kpi AND v.region = :region AND v.period = :period AND v.sex = ''
    LEFT JOIN metrics_value_published AS p ON p.kpi = w.kpi AND p.region = :region AND p.period = :previous AND p.sex = ''
    LEFT JOIN analysis_forecast_published AS f ON f.kpi = w.kpi AND f.region = :region AND f.period = :period AND NOT f.hidden
ORDER BY w.position
