-- severity: warning
-- message_lv: iniciatīvas attiecināmie izdevumi kopā ir {expenses} €, bet pie iniciatīvas ierakstīts {spent} €; lūdzu, pārbaudiet
-- message_en: the initiative's eligible expenses add up to {expenses} €, but {spent} € is entered with it; please check
SELECT i."row", 'spent_eur' AS field, sum(e.eligible_eur) AS expenses, i.spent_eur AS spent
FROM ingest_initiative i
JOIN ingest_expense e ON e.initiative_id = i.initiative_id AND e.region = i.region
WHERE i.spent_eur IS NOT NULL AND coalesce(e.status, 'claimed') IN ('claimed', 'approved')
GROUP BY i."row", i.spent_eur
HAVING abs(sum(e.eligible_eur) - i.spent_eur) > 0.005
ORDER BY i."row"
