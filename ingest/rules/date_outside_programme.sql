-- severity: error
-- message_lv: datums {day} ir ārpus programmas laika ({first}–{last}); lūdzu, pārbaudiet datumu
-- message_en: the date {day} is outside the programme ({first} to {last}); please check it
SELECT "row", 'assessed_on' AS field, assessed_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_assessment
WHERE assessed_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'opened_on' AS field, opened_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_call
WHERE opened_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'closed_on' AS field, closed_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_call
WHERE closed_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'mapped_on' AS field, mapped_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_community
WHERE mapped_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'supported_from' AS field, supported_from AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_community
WHERE supported_from NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'supported_to' AS field, supported_to AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_community
WHERE supported_to NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'planned_from' AS field, planned_from AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_community
WHERE planned_from NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'held_on' AS field, held_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_event
WHERE held_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'ended_on' AS field, ended_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_event
WHERE ended_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'paid_on' AS field, paid_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_expense
WHERE paid_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'started_on' AS field, started_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_fieldwork
WHERE started_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'ended_on' AS field, ended_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_fieldwork
WHERE ended_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'held_on' AS field, held_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_focus_group
WHERE held_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'checked_on' AS field, checked_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_followup
WHERE checked_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'submitted_on' AS field, submitted_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_initiative
WHERE submitted_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'decided_on' AS field, decided_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_initiative
WHERE decided_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'starts_on' AS field, starts_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_initiative
WHERE starts_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'ends_on' AS field, ends_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_initiative
WHERE ends_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'due_on' AS field, due_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_milestone
WHERE due_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'done_on' AS field, done_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_milestone
WHERE done_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'founded_on' AS field, founded_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_network
WHERE founded_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'closed_on' AS field, closed_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_network
WHERE closed_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'joined_on' AS field, joined_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_network_member
WHERE joined_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'left_on' AS field, left_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_network_member
WHERE left_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'entered_on' AS field, entered_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_participant
WHERE entered_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'left_on' AS field, left_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_participant
WHERE left_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'result_on' AS field, result_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_participant
WHERE result_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'joined_on' AS field, joined_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_partner
WHERE joined_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'left_on' AS field, left_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_partner
WHERE left_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'published_on' AS field, published_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_publicity
WHERE published_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
UNION ALL
SELECT "row", 'interviewed_on' AS field, interviewed_on AS day, (SELECT value FROM ingest_programme WHERE key = 'programme.start') AS first,
    (SELECT value FROM ingest_programme WHERE key = 'programme.end') AS last
FROM ingest_survey
WHERE interviewed_on NOT BETWEEN (SELECT value FROM ingest_programme WHERE key = 'programme.start')
    AND (SELECT value FROM ingest_programme WHERE key = 'programme.end')
