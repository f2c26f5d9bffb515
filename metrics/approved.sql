-- What CFLA approved by budget line: the eligible expenses claimed in that request; those without a
-- request's name by the day of payment. Requests that begin after as-of are not compared.
INSERT INTO metrics_reconciliation (source, item, region, period, sex, expected, found, difference, holds)
SELECT 'approved', item, 'LV', request, '', value, found, found - value, abs(found - value) < 0.005
FROM (
    SELECT a.item, a.request, a.value, (
        SELECT COALESCE(exact_sum(e.eligible_eur), 0)
        FROM ingest_expense AS e
        WHERE e.line = a.item AND (e.request = a.request OR (e.request IS NULL AND e.paid_on BETWEEN r."from" AND r."to"))
    ) AS found
    FROM ingest_approved AS a
    JOIN ingest_request AS r ON r.request = a.request
    JOIN ingest_budget AS b ON b.line = a.item
    JOIN metrics_setting AS s ON s.key = 'as_of' AND r."to" <= s.value
    WHERE NOT EXISTS (SELECT 1 FROM ingest_indicator AS n WHERE n.code = a.item)
);
