-- kind: value
-- about: settings of the run that the text mentions
-- column threshold: integer
SELECT
    CAST(coalesce(max(CASE key WHEN 'threshold' THEN value WHEN 'privacy.threshold' THEN value END), 5) AS INTEGER) AS threshold
FROM metrics_setting_published
