-- kind: risks
-- about: risk matrix
-- title_lv: Atvērto risku skaits – {count}
-- title_en: Open risks: {count}
-- subtitle_lv: Riska varbūtība un ietekme pēc projekta vadītāju vērtējuma (1–5)
-- subtitle_en: Probability and impact of each risk as the project managers judge them (1 to 5)
-- note_lv: Skaitlis aplī ir riska numurs tabulā. Avots: projekta risku reģistrs.
-- note_en: The number in the disc is the risk's number in the table. Source: the project's risk register.
-- empty_lv: Atvērtu risku reģistrā nav.
-- empty_en: There are no open risks in the register.
-- column risk: text | Nr. | No. | role=key
-- column title: text | Risks | Risk | role=label
-- column probability: integer | Varbūtība | Probability | role=x
-- column impact: integer | Ietekme | Impact | role=y
SELECT risk, title_lv, title_en, probability, impact, count(*) OVER () AS count
FROM ingest_risk_published
WHERE kind = 'risk' AND opened_on <= :as_of AND (closed_on IS NULL OR closed_on > :as_of)
ORDER BY risk
