-- kind: value
-- about: how many rows a region sent and how many were kept out
-- column rows: integer
-- column rejected: integer
-- column warned: integer
-- column accepted: integer
SELECT coalesce(sum(rows), 0) AS rows, coalesce(sum(accepted), 0) AS accepted, coalesce(sum(rejected), 0) AS rejected, coalesce(sum(warned), 0) AS warned, count(*) AS files
FROM ingest_file_published
WHERE region = :region
