-- severity: error
-- message_lv: iniciatīva ir pabeigta, bet nav beigu datuma; lūdzu, ierakstiet to
-- message_en: the initiative is completed without a date of its end; please fill it in
SELECT "row", 'ends_on' AS field
FROM ingest_initiative
WHERE status = 'completed' AND ends_on IS NULL
ORDER BY "row"
