-- severity: warning
-- message_lv: x
-- message_en: x
DELETE FROM ingest_event_row RETURNING "row", 'title' AS field
