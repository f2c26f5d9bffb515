-- kind: table
-- about: the main estimates beside their variants
-- title_lv: Rezultāta stabilitāte: galvenais novērtējums un tā varianti
-- title_en: Robustness: the main estimate and its variants
-- subtitle_lv: Novērtējums rādītāja mērvienībās
-- subtitle_en: Estimate in units of the outcome
-- note_lv: Ja varianti dod līdzīgu novērtējumu, secinājums nav atkarīgs no vienas aprēķina izvēles. Iestatījumi rakstīti tā, kā analīzes plānā. TI – 95 % ticamības intervāls.
-- note_en: Where variants give a similar estimate, the finding does not hang on one choice. Options are written as in the analysis plan. CI: 95% confidence interval.
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
SELECT
    e.outcome_lv, e.outcome_en,
    CASE WHEN INSTR(e.plan, '/') = 0 THEN 'galvenais' ELSE SUBSTR(e.plan, INSTR(e.plan, '/') + 1) END AS variant_lv,
    CASE WHEN INSTR(e.plan, '/') = 0 THEN 'main' ELSE SUBSTR(e.plan, INSTR(e.plan, '/') + 1) END AS variant_en,
    e.estimate, e.ci_low, e.ci_high, e.n, e.n_clusters, e.verdict, e.figure
FROM analysis_estimate_published AS e
WHERE e.headline = 1 AND e.hidden = 0
  AND (e.role = 'robustness' OR e.plan IN (
      SELECT SUBSTR(v.plan, 1, INSTR(v.plan, '/') - 1)
      FROM analysis_estimate_published AS v
      WHERE INSTR(v.plan, '/') > 0))
ORDER BY
    CASE WHEN INSTR(e.plan, '/') = 0 THEN e.plan ELSE SUBSTR(e.plan, 1, INSTR(e.plan, '/') - 1) END,
    INSTR(e.plan, '/') > 0, e.plan
