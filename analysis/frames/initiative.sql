-- title_lv: Iniciatīvu pieteikumi
-- title_en: Initiative applications
-- y: y
-- cluster: community
SELECT i.row, o.y, coalesce(i.community_id, i.region || ':' || i.initiative_id) AS community, i.region, i.municipality,
       i.applicant, i.theme, i.stage, c.setting, c.kind, i.score, i.requested_eur, i.granted_eur, i.spent_eur,
       i.decision = 'approved' AS approved, i.status = 'completed' AS completed, i.representatives, i.households,
       i.participants, i.volunteers, i.volunteer_hours,
       i.applicant <> 'legal_person' AS informal
FROM ingest_initiative AS i
LEFT JOIN analysis_outcome AS o ON o.row = i.row
LEFT JOIN ingest_community AS c ON c.community_id = i.community_id
WHERE i.submitted_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
ORDER BY i.row
