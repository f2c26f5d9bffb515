-- kind: table
-- about: payment requests with what was asked for and approved
-- title_lv: Maksājuma pieprasījumi
-- title_en: Payment requests
-- empty_lv: Maksājuma pieprasījumi nav ievadīti.
-- empty_en: No payment requests were entered.
-- note_lv: Avots: projekta pieprasījumu saraksts.
-- note_en: Source: the project's list of requests.
-- column request: text | Nr. | No. | role=label
-- column kind: word:request | Veids | Kind
-- column from_on: date | No | From
-- column to_on: date | Līdz | To
-- column submitted_on: date | Iesniegts | Submitted
-- column requested_eur: eur2 | Pieprasīts | Requested
-- column approved_eur: eur2 | Apstiprināts | Approved | main
SELECT request, kind, "from" AS from_on, "to" AS to_on, submitted_on, requested_eur, approved_eur
FROM ingest_request_published
ORDER BY "from", request
