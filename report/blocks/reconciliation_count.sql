-- kind: value
-- about: how many approved and earlier values were compared and how many differ
SELECT
    coalesce(sum(source = 'approved'), 0) AS approved, coalesce(sum(source = 'approved' AND NOT holds), 0) AS approved_differ,
    coalesce(sum(source <> 'approved'), 0) AS previous, coalesce(sum(source <> 'approved' AND NOT holds), 0) AS previous_differ
FROM metrics_reconciliation_published
