-- kind: value
-- about: the report's period and the day up to which data count
-- column from_on: date
-- column to_on: date
-- column as_of: date
-- column previous_from: date
-- column previous_to: date
-- column request_due: date
-- column request_submitted: date
SELECT
    :period AS period, :from AS from_on, :to AS to_on, :as_of AS as_of,
    before.period AS previous, before.from_on AS previous_from, before.to_on AS previous_to,
    r.request AS request, r.kind AS request_kind, r.due_on AS request_due, r.submitted_on AS request_submitted
FROM (SELECT 1)
    LEFT JOIN metrics_period_published AS before ON before.period = :previous
    LEFT JOIN ingest_request_published AS r ON r.request = :period
LIMIT 1
