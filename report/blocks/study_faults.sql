-- kind: value
-- about: rows read, accepted and kept out over all files
-- column files: integer | Datnes | Files
-- column rows: integer | Rindas | Rows
-- column accepted: integer | Pieņemtas | Accepted
-- column rejected: integer | Noraidītas | Kept out
-- column warned: integer | Ar brīdinājumu | Warned
SELECT
    COUNT(*) AS files, SUM("rows") AS "rows", SUM(accepted) AS accepted, SUM(rejected) AS rejected, SUM(warned) AS warned
FROM ingest_file_published
