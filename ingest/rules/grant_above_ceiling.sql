-- severity: warning
-- message_lv: piešķirts {granted} €, bet šim attīstības posmam atbalsts ir līdz {ceiling} €; lūdzu, pārbaudiet summu vai posmu
-- message_en: granted {granted} €, but support at this stage goes up to {ceiling} €; please check sum and stage
SELECT "row", 'granted_eur' AS field, granted_eur AS granted,
    CASE stage WHEN 'new' THEN 1000 ELSE 3000 END AS ceiling
FROM ingest_initiative
WHERE granted_eur > CASE stage WHEN 'new' THEN 1000 ELSE 3000 END
ORDER BY "row"
