-- severity: error
-- message_lv: piešķirts {granted} €, lūgts {requested} €; piešķirtais nedrīkst pārsniegt lūgto; lūdzu, pārbaudiet abas summas
-- message_en: granted {granted} €, requested {requested} €; granted must not exceed requested; please check both
SELECT "row", 'granted_eur' AS field, granted_eur AS granted, requested_eur AS requested
FROM ingest_initiative
WHERE granted_eur > requested_eur
ORDER BY "row"
