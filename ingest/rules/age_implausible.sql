-- severity: error
-- message_lv: vecums nav ticams: {age} (gaidīts 3–110); lūdzu, pārbaudiet dzimšanas gadu
-- message_en: the age is not plausible: {age} (expected 3 to 110); please check the year of birth
SELECT "row", 'birth_year' AS field, CAST(substr(entered_on, 1, 4) AS INTEGER) - birth_year AS age
FROM ingest_participant
WHERE CAST(substr(entered_on, 1, 4) AS INTEGER) - birth_year NOT BETWEEN 3 AND 110
UNION ALL
SELECT "row", 'birth_year' AS field, CAST(substr(interviewed_on, 1, 4) AS INTEGER) - birth_year AS age
FROM ingest_survey
WHERE CAST(substr(interviewed_on, 1, 4) AS INTEGER) - birth_year NOT BETWEEN 3 AND 110
