-- severity: warning
-- message_lv: visiem skalas '{instrument}' apgalvojumiem ir viena un tā pati atbilde, lai gan daļa no tiem ir pretēji formulēti; lūdzu, pārbaudiet anketu
-- message_en: every item of the scale '{instrument}' has the same answer although some are reversed; please check the questionnaire
SELECT "row", field, instrument
FROM ingest_same_answer
ORDER BY "row", instrument
