-- kind: value
-- about: risks opened and closed in the period
-- column closed_on: date
-- column opened_on: date
SELECT risk, title_lv, title_en, opened_on, closed_on, closed_on BETWEEN :from AND :to AS was_closed, opened_on BETWEEN :from AND :to AS was_opened
FROM ingest_risk_published
WHERE kind = 'risk' AND (closed_on BETWEEN :from AND :to OR opened_on BETWEEN :from AND :to)
ORDER BY risk
