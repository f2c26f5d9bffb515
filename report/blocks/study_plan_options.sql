-- kind: table
-- about: frames, estimators and options of each row of the plan, variants included
-- title_lv: Aprēķinu iestatījumi
-- title_en: Settings of the estimates
-- subtitle_lv: Tā, kā tie rakstīti analīzes plānā un izmantoti šajā aprēķinā
-- subtitle_en: As written in the analysis plan and used in this run
-- note_lv: Iestatījumu nozīmi apraksta programmas metodoloģija.
-- note_en: The meaning of the settings is described in the program's methodology.
-- empty_lv: Analīzes plāns programmas datos nav ievadīts.
-- empty_en: No analysis plan has been entered in the programme's data.
-- column plan: text | Plāna rinda | Row | main
-- column outcome: text | Rādītājs | Outcome
-- column frame: word:frame | Dati | Data
-- column method: word:estimator | Metode | Method
-- column options: text | Iestatījumi | Settings
-- column family: text | Saime | Family
SELECT plan, outcome_lv, outcome_en, frame, estimator AS method, options, family
FROM analysis_plan_published
ORDER BY LENGTH(plan), plan
