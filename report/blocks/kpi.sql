-- kind: value
-- about: one KPI in :region (the country outside a dossier) and the report's period: {{kpi:events_held.cumulative}}
-- column in_period: by:format | figure=in_period
-- column cumulative: by:format | figure=cumulative
-- column numerator: integer | figure=numerator
-- column denominator: integer | figure=denominator
-- column per_10k: decimal1 | figure=per_10k
-- column target: by:format | figure=target
-- column share_of_target: share | figure=share_of_target
-- column target_on: date
-- column previous_in: by:format | figure=previous_figure:in_period
-- column previous_cumulative: by:format | figure=previous_figure:cumulative
-- column reporting_rate: share0 | figure=reporting_rate
-- column probability: share0 | figure=probability
-- column forecast: by:forecast_format | figure=forecast
-- column forecast_low: by:forecast_format | figure=forecast_low
-- column forecast_high: by:forecast_format | figure=forecast_high
SELECT
    c.kpi, c.title_lv, c.title_en, c.unit, c.format, c.direction,
    CASE c.format WHEN 'decimal1' THEN 'decimal1' WHEN 'share' THEN 'share' WHEN 'eur' THEN 'eur' WHEN 'eur2' THEN 'eur' ELSE 'integer' END AS forecast_format,
    v.in_period, v.cumulative, v.numerator, v.denominator, v.per_10k, v.target, v.target_kind, v.target_on,
    v.share_of_target, v.reporting_rate, v.state,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_in THEN 'hidden' END AS in_period_state,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state,
    p.in_period AS previous_in, p.cumulative AS previous_cumulative, p.figure AS previous_figure,
    f.forecast, f.forecast_low, f.forecast_high, f.probability, f.status,
    v.figure
FROM metrics_value_published AS v
    JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
    LEFT JOIN metrics_value_published AS p
        ON p.kpi = v.kpi AND p.region = v.region AND p.sex = '' AND p.period = :previous AND p.state <> 'not_reported'
    LEFT JOIN analysis_forecast_published AS f
        ON f.kpi = v.kpi AND f.region = v.region AND f.period = v.period AND NOT f.hidden
WHERE v.kpi = :argument AND v.region = :region AND v.period = :period AND v.sex = ''
