-- kind: value
-- about: how many services of the basket a region (:region) delivered
SELECT count(*) AS services, coalesce(sum(v.share_of_target >= 1), 0) AS delivered, coalesce(sum(v.state = 'not_reported'), 0) AS unknown
FROM metrics_value_published AS v
WHERE v.basket AND v.period = :period AND v.sex = '' AND v.region = :region AND v.region <> 'LV'
