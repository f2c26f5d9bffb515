-- kind: value
-- about: how many checks were made and how many hold
-- column made: integer
-- column held: integer
SELECT count(*) AS made, coalesce(sum(holds), 0) AS held, count(*) - coalesce(sum(holds), 0) AS failed FROM metrics_check_published WHERE coalesce(period, :period) = :period
