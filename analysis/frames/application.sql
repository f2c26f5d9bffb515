-- title_lv: Izlemtie iniciatīvu pieteikumi
-- title_en: Decided initiative applications
-- y: approved
-- cluster: community
SELECT i.row, coalesce(i.community_id, i.region || ':' || i.initiative_id) AS community, i.region, i.municipality, i.call,
       i.decision = 'approved' AS approved, i.score, i.applicant <> 'legal_person' AS informal,
       CASE WHEN i.applicant = 'legal_person' THEN 'b_legal' ELSE 'a_informal' END AS applicant_kind,
       c.setting IN ('rural', 'border') AS outside, i.stage = 'new' AS new, i.theme, i.requested_eur, i.granted_eur,
       i.decision = 'approved' AND i.status IN ('completed', 'terminated')
       AND coalesce(i.ends_on, i.decided_on) <= (SELECT value FROM metrics_setting WHERE key = 'as_of') AS ended,
       i.status = 'completed' AS completed
FROM ingest_initiative AS i
LEFT JOIN ingest_community AS c ON c.community_id = i.community_id
WHERE i.decision IN ('approved', 'rejected')
  AND i.submitted_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
ORDER BY i.row
