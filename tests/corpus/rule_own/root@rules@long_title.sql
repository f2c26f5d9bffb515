-- severity: warning
-- message_lv: nosaukumā '{title}' ir {n} zīmes
-- message_en: the title '{title}' has {n} characters
SELECT "row", 'title' AS field, title, length(title) AS n FROM ingest_event WHERE length(title) > 8
