-- severity: warning
-- message_lv: iztērēts {spent} €, piešķirts {granted} €; lūdzu, pārbaudiet abas summas
-- message_en: spent {spent} €, granted {granted} €; please check both
SELECT "row", 'spent_eur' AS field, spent_eur AS spent, granted_eur AS granted
FROM ingest_initiative
WHERE spent_eur > granted_eur
ORDER BY "row"
