-- severity: error
-- message_lv: dalībnieka anketai trūkst respondenta numura; bez tā anketas nevar sasaistīt; lūdzu, ierakstiet to
-- message_en: a participant's questionnaire lacks the respondent's id; without it waves cannot be linked; please fill it in
SELECT "row", 'respondent_id' AS field
FROM ingest_survey
WHERE sample = 'participant' AND respondent_id IS NULL
ORDER BY "row"
