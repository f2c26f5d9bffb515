-- kind: table
-- about: files that a region's centre sent (section dossiers gives :region)
-- title_lv: Saņemtās datnes
-- title_en: Files received
-- empty_lv: No centra nav saņemta neviena datne.
-- empty_en: No file was received from the centre.
-- note_lv: Avots: saņemto datņu saraksts.
-- note_en: Source: list of files received.
-- column path: text | Datne | File | role=label
-- column rows: integer | Rindas | Rows
-- column accepted: integer | Pieņemtas | Accepted
-- column rejected: integer | Noraidītas | Kept out
-- column warned: integer | Ar brīdinājumu | With a warning
SELECT replace(path, 'incoming/' || region || '/', '') AS path, rows, accepted, rejected, warned
FROM ingest_file_published
WHERE region = :region
ORDER BY submission, path, sheet
