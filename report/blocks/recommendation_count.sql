-- kind: value
-- about: how many rules there are in each state
SELECT count(*) AS rules, coalesce(sum(status = 'issued'), 0) AS issued, coalesce(sum(status = 'withheld'), 0) AS withheld,
    coalesce(sum(status = 'not_called_for'), 0) AS not_called_for, coalesce(sum(status = 'withdrawn'), 0) AS withdrawn
FROM analysis_recommendation_published
