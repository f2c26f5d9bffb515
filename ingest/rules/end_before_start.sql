-- severity: error
-- message_lv: beigas ({ended}) ir pirms sākuma ({started}); lūdzu, pārbaudiet abus datumus
-- message_en: the end ({ended}) is before the start ({started}); please check both dates
SELECT "row", 'to' AS field, "from" AS started, "to" AS ended FROM ingest_activity WHERE "to" < "from"
UNION ALL SELECT "row", 'closed_on' AS field, opened_on AS started, closed_on AS ended FROM ingest_call WHERE closed_on < opened_on
UNION ALL SELECT "row", 'supported_to' AS field, supported_from AS started, supported_to AS ended FROM ingest_community WHERE supported_to < supported_from
UNION ALL SELECT "row", 'ended_on' AS field, held_on AS started, ended_on AS ended FROM ingest_event WHERE ended_on < held_on
UNION ALL SELECT "row", 'ended_on' AS field, started_on AS started, ended_on AS ended FROM ingest_fieldwork WHERE ended_on < started_on
UNION ALL SELECT "row", 'ends_on' AS field, starts_on AS started, ends_on AS ended FROM ingest_initiative WHERE ends_on < starts_on
UNION ALL SELECT "row", 'closed_on' AS field, founded_on AS started, closed_on AS ended FROM ingest_network WHERE closed_on < founded_on
UNION ALL SELECT "row", 'left_on' AS field, joined_on AS started, left_on AS ended FROM ingest_network_member WHERE left_on < joined_on
UNION ALL SELECT "row", 'left_on' AS field, entered_on AS started, left_on AS ended FROM ingest_participant WHERE left_on < entered_on
UNION ALL SELECT "row", 'left_on' AS field, joined_on AS started, left_on AS ended FROM ingest_partner WHERE left_on < joined_on
UNION ALL SELECT "row", 'to' AS field, "from" AS started, "to" AS ended FROM ingest_request WHERE "to" < "from"
UNION ALL SELECT "row", 'closed_on' AS field, opened_on AS started, closed_on AS ended FROM ingest_risk WHERE closed_on < opened_on
