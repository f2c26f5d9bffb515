-- severity: error
-- message_lv: iniciatīva ir apstiprināta, bet nav lēmuma datuma vai piešķirtās summas; lūdzu, ierakstiet abus
-- message_en: the initiative is approved without a date of decision or a granted sum; please fill in both
SELECT "row", CASE WHEN decided_on IS NULL THEN 'decided_on' ELSE 'granted_eur' END AS field
FROM ingest_initiative
WHERE decision = 'approved' AND (decided_on IS NULL OR granted_eur IS NULL)
ORDER BY "row"
