-- kind: table
-- about: all rules and their states, so that nobody can say the authors chose
-- title_lv: Visu ieteikumu kārtulu stāvoklis
-- title_en: The state of all recommendation rules
-- subtitle_lv: Kārtulas, to sliekšņi un nosacījumi ir noteikti pirms noslēguma datiem
-- subtitle_en: Rules, thresholds and conditions were set before the end-line data
-- note_lv: Izdots – nosacījums izpildās un datu pietiek. Aizturēts – datu trūkst vai ir par maz. Nav vajadzīgs – nosacījums neizpildās. Atsaukts – izdots agrāk, tagad izpildās atsaukšanas nosacījums.
-- note_en: Issued: the condition holds and the data suffice. Withheld: data are missing or too few. Not called for: the condition does not hold. Withdrawn: issued earlier, its withdrawal condition is now met.
-- empty_lv: Ieteikumu kārtulas vēl nav izvērtētas.
-- empty_en: The recommendation rules have not been evaluated yet.
-- column position: integer | Nr. | No.
-- column title: text | Ieteikums | Recommendation | main
-- column status: status | Stāvoklis | State
-- column evidence_kind: word:evidence | Pierādījumi | Evidence
-- below: missing
-- column missing: text
SELECT
    position, title_lv, title_en, status, evidence_kind,
    CASE WHEN status = 'withheld' THEN 'Trūkst: ' || missing_lv END AS missing_lv,
    CASE WHEN status = 'withheld' THEN 'Missing: ' || COALESCE(missing_en, missing_lv) END AS missing_en
FROM analysis_recommendation_published
ORDER BY position
