-- severity: warning
-- message_lv: pārstāvju skaits – {representatives}, mājsaimniecību skaits – {households}; konkursa noteikumi prasa vismaz 2 pārstāvjus no 2 mājsaimniecībām
-- message_en: representatives: {representatives}, households: {households}; the call asks for at least 2 of 2 households
SELECT "row", CASE WHEN representatives < 2 THEN 'representatives' ELSE 'households' END AS field,
    representatives, households
FROM ingest_initiative
WHERE representatives < 2 OR households < 2
ORDER BY "row"
