-- kind: table
-- about: open risks with what is done about them
-- title_lv: Projekta riski un to mazināšana
-- title_en: Project risks and their mitigation
-- empty_lv: Riski nav ievadīti.
-- empty_en: No risks were entered.
-- note_lv: Vērtējums no 1 (zems) līdz 5 (augsts). Avots: projekta risku reģistrs.
-- note_en: From 1 (low) to 5 (high). Source: the project's risk register.
-- column risk: text | Nr. | No.
-- column title: text | Risks | Risk | role=label | main
-- column probability: integer | Varbūtība | Probability
-- column impact: integer | Ietekme | Impact
-- column opened_on: date | Kopš | Since
-- column mitigation: text | Mazināšana | Mitigation
SELECT risk, title_lv, title_en, probability, impact, opened_on, mitigation_lv, mitigation_en
FROM ingest_risk_published
WHERE kind = 'risk' AND opened_on <= :as_of AND (closed_on IS NULL OR closed_on > :as_of)
ORDER BY probability * impact DESC, risk
