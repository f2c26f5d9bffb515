-- kind: table
-- about: list of procurements
-- title_lv: Iepirkumi
-- title_en: Procurement
-- empty_lv: Iepirkumu saraksts nav ievadīts.
-- empty_en: No list of procurements was entered.
-- note_lv: Avots: projekta iepirkumu saraksts.
-- note_en: Source: the project's list of procurements.
-- column procurement: text | Nr. | No.
-- column title_lv: text | Priekšmets | Subject | role=label
-- column activity: text | Apakšpunkts | Point
-- column procedure: text | Procedūra | Procedure
-- column announced_on: date | Izsludināts | Announced
-- column contract_on: date | Līgums | Contract
-- column amount_eur: eur2 | Summa | Amount
-- column status: word:procurement | Stāvoklis | Status
SELECT procurement, title_lv, activity, procedure, announced_on, contract_on, amount_eur, status
FROM ingest_procurement_published
ORDER BY procurement
