-- severity: error
-- message_lv: datums {day} ir ārpus programmas laika ({first}–{last}); lūdzu, pārbaudiet datumu
-- message_en: the date {day} is outside the programme ({first} to {last}); please check it
WITH span AS (
    SELECT (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
           (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
)
SELECT "row", 'assessed_on' AS field, assessed_on AS day, first, last FROM ingest_assessment, span WHERE assessed_on < first OR assessed_on > last
UNION ALL SELECT "row", 'opened_on' AS field, opened_on AS day, first, last FROM ingest_call, span WHERE opened_on < first OR opened_on > last
UNION ALL SELECT "row", 'closed_on' AS field, closed_on AS day, first, last FROM ingest_call, span WHERE closed_on < first OR closed_on > last
UNION ALL SELECT "row", 'mapped_on' AS field, mapped_on AS day, first, last FROM ingest_community, span WHERE mapped_on < first OR mapped_on > last
UNION ALL SELECT "row", 'supported_from' AS field, supported_from AS day, first, last FROM ingest_community, span WHERE supported_from < first OR supported_from > last
UNION ALL SELECT "row", 'supported_to' AS field, supported_to AS day, first, last FROM ingest_community, span WHERE supported_to < first OR supported_to > last
UNION ALL SELECT "row", 'planned_from' AS field, planned_from AS day, first, last FROM ingest_community, span WHERE planned_from < first OR planned_from > last
UNION ALL SELECT "row", 'held_on' AS field, held_on AS day, first, last FROM ingest_event, span WHERE held_on < first OR held_on > last
UNION ALL SELECT "row", 'ended_on' AS field, ended_on AS day, first, last FROM ingest_event, span WHERE ended_on < first OR ended_on > last
UNION ALL SELECT "row", 'paid_on' AS field, paid_on AS day, first, last FROM ingest_expense, span WHERE paid_on < first OR paid_on > last
UNION ALL SELECT "row", 'started_on' AS field, started_on AS day, first, last FROM ingest_fieldwork, span WHERE started_on < first OR started_on > last
UNION ALL SELECT "row", 'ended_on' AS field, ended_on AS day, first, last FROM ingest_fieldwork, span WHERE ended_on < first OR ended_on > last
UNION ALL SELECT "row", 'held_on' AS field, held_on AS day, first, last FROM ingest_focus_group, span WHERE held_on < first OR held_on > last
UNION ALL SELECT "row", 'checked_on' AS field, checked_on AS day, first, last FROM ingest_followup, span WHERE checked_on < first OR checked_on > last
UNION ALL SELECT "row", 'submitted_on' AS field, submitted_on AS day, first, last FROM ingest_initiative, span WHERE submitted_on < first OR submitted_on > last
UNION ALL SELECT "row", 'decided_on' AS field, decided_on AS day, first, last FROM ingest_initiative, span WHERE decided_on < first OR decided_on > last
UNION ALL SELECT "row", 'starts_on' AS field, starts_on AS day, first, last FROM ingest_initiative, span WHERE starts_on < first OR starts_on > last
UNION ALL SELECT "row", 'ends_on' AS field, ends_on AS day, first, last FROM ingest_initiative, span WHERE ends_on < first OR ends_on > last
UNION ALL SELECT "row", 'due_on' AS field, due_on AS day, first, last FROM ingest_milestone, span WHERE due_on < first OR due_on > last
UNION ALL SELECT "row", 'done_on' AS field, done_on AS day, first, last FROM ingest_milestone, span WHERE done_on < first OR done_on > last
UNION ALL SELECT "row", 'founded_on' AS field, founded_on AS day, first, last FROM ingest_network, span WHERE founded_on < first OR founded_on > last
UNION ALL SELECT "row", 'closed_on' AS field, closed_on AS day, first, last FROM ingest_network, span WHERE closed_on < first OR closed_on > last
UNION ALL SELECT "row", 'joined_on' AS field, joined_on AS day, first, last FROM ingest_network_member, span WHERE joined_on < first OR joined_on > last
UNION ALL SELECT "row", 'left_on' AS field, left_on AS day, first, last FROM ingest_network_member, span WHERE left_on < first OR left_on > last
UNION ALL SELECT "row", 'entered_on' AS field, entered_on AS day, first, last FROM ingest_participant, span WHERE entered_on < first OR entered_on > last
UNION ALL SELECT "row", 'left_on' AS field, left_on AS day, first, last FROM ingest_participant, span WHERE left_on < first OR left_on > last
UNION ALL SELECT "row", 'result_on' AS field, result_on AS day, first, last FROM ingest_participant, span WHERE result_on < first OR result_on > last
UNION ALL SELECT "row", 'joined_on' AS field, joined_on AS day, first, last FROM ingest_partner, span WHERE joined_on < first OR joined_on > last
UNION ALL SELECT "row", 'left_on' AS field, left_on AS day, first, last FROM ingest_partner, span WHERE left_on < first OR left_on > last
UNION ALL SELECT "row", 'published_on' AS field, published_on AS day, first, last FROM ingest_publicity, span WHERE published_on < first OR published_on > last
UNION ALL SELECT "row", 'interviewed_on' AS field, interviewed_on AS day, first, last FROM ingest_survey, span WHERE interviewed_on < first OR interviewed_on > last
ORDER BY 1, 2
