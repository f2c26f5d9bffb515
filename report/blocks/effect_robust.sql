-- kind: table
-- about: the main estimates beside their variants: rows of the plan with the role robustness, and variants NAME of a row as PLAN/NAME
-- title_lv: Rezultāta stabilitāte: galvenais novērtējums un tā varianti
-- title_en: Robustness: the main estimate and its variants
-- subtitle_lv: Novērtējums rādītāja mērvienībās
-- subtitle_en: Estimate in units of the outcome
-- note_lv: Ja varianti dod līdzīgu novērtējumu, secinājums nav atkarīgs no vienas aprēķina izvēles. TI – 95 % ticamības intervāls.
-- note_en: Where variants give a similar estimate, the finding does not hang on one choice. CI: 95% confidence interval.
-- empty_lv: Aprēķina variantu vēl nav.
-- empty_en: There are no variants yet.
-- column outcome: text
-- column variant: text | Variants | Variant | main
-- column estimate: decimal2 | Novērtējums | Estimate | figure=estimate
-- column ci_low: decimal2 | TI no | CI from | figure=ci_low
-- column ci_high: decimal2 | TI līdz | CI to | figure=ci_high
-- column n: integer | Atbildes | Answers | figure=n
-- column n_clusters: integer | Kopienas | Communities | figure=n_clusters
-- column verdict: word:verdict | Slēdziens | Verdict
-- group: outcome
WITH rows AS (
    SELECT
        e.plan, e.outcome, e.outcome_lv, e.outcome_en, e.role = 'robustness' OR INSTR(e.plan, '/') > 0 AS varied,
        p.question_lv, COALESCE(p.question_en, p.question_lv) AS question_en, SUBSTR(e.plan, INSTR(e.plan, '/') + 1) AS name,
        INSTR(e.plan, '/') > 0 AS named, e.estimate, e.ci_low, e.ci_high, e.n, e.n_clusters, e.verdict, e.figure
    FROM analysis_estimate_published AS e
    LEFT JOIN analysis_plan_published AS p ON p.plan = e.plan
    WHERE e.headline = 1 AND e.hidden = 0 AND e.role IN ('primary', 'robustness')
)
SELECT
    outcome_lv, outcome_en,
    CASE WHEN NOT varied THEN 'Galvenais novērtējums' WHEN named THEN name ELSE question_lv END AS variant_lv,
    CASE WHEN NOT varied THEN 'Main estimate' WHEN named THEN name ELSE question_en END AS variant_en,
    estimate, ci_low, ci_high, n, n_clusters, verdict, figure
FROM rows
WHERE outcome IN (SELECT outcome FROM rows WHERE varied)
ORDER BY outcome_lv, outcome, varied, LENGTH(plan), plan
