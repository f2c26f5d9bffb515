-- kind: table
-- about: problems of implementation from the risk register
-- title_lv: Īstenošanas problēmas un to risinājums
-- title_en: Problems of implementation and what is done about them
-- empty_lv: Pārskata periodā īstenošanas problēmas nav reģistrētas.
-- empty_en: No problems of implementation were registered in the period.
-- note_lv: Avots: projekta risku un problēmu reģistrs.
-- note_en: Source: the project's register of risks and problems.
-- column risk: text | Nr. | No.
-- column title: text | Problēma | Problem | role=label | main
-- column opened_on: date | Kopš | Since
-- column closed_on: date | Atrisināta | Solved
-- column mitigation: text | Rīcība | Action
SELECT risk, title_lv, title_en, opened_on, closed_on, mitigation_lv, mitigation_en
FROM ingest_risk_published
WHERE kind = 'problem' AND opened_on <= :to AND (closed_on IS NULL OR closed_on >= :from)
ORDER BY opened_on, risk
