-- kind: table
-- about: all headline estimates with interval, p, n, level and grade
-- title_lv: Novērtējumi pa analīzes plāna jautājumiem
-- title_en: Estimates by question of the analysis plan
-- subtitle_lv: Novērtējums rādītāja vienībās, 95 % ticamības intervāls, kopienu līmenī klasterētas standartkļūdas, kur datos ir kopienas
-- subtitle_en: Estimate in the indicator's own units, 95% confidence interval, standard errors clustered by community where the data have communities
-- note_lv: „…”: novērtējums slēpts, jo cilvēku ir mazāk par slieksni. „–”: neattiecas vai nav novērtēts. p koriģēta saimes iekšienē. Avots: analīzes plāns un aptaujas.
-- note_en: "…": hidden, fewer people than the threshold. "–": does not apply or was not estimated. p adjusted within its family. Source: analysis plan and surveys.
-- empty_lv: Novērtējumu vēl nav.
-- empty_en: There are no estimates yet.
-- group: role
-- column role: word:role | Jautājums | Question | hidden
-- column plan: text | Rinda | Row
-- column outcome: text | Rādītājs | Indicator | role=label
-- column estimate: decimal2 | Novērtējums | Estimate | main | figure=estimate
-- column ci_low: decimal2 | No | From | figure=ci_low
-- column ci_high: decimal2 | Līdz | To | figure=ci_high
-- column p: p | p vērtība | p-value | figure=p
-- column p_adjusted: p | Koriģētā p | Adjusted p | figure=p_adjusted
-- column n: integer | Cilvēki | People | figure=n
-- column n_clusters: integer | Kopienas | Communities | figure=n_clusters
-- column verdict: word:verdict | Secinājums | Verdict
-- column maryland: integer | Merilendas līmenis | Maryland level
-- column grade: grade | Ticamība | Certainty
SELECT
    e.role, e.plan, coalesce(e.outcome_lv, e.outcome) AS outcome_lv, coalesce(e.outcome_en, e.outcome_lv, e.outcome) AS outcome_en,
    e.estimate, e.ci_low, e.ci_high, e.p, e.p_adjusted, e.n, e.n_clusters, e.verdict, e.maryland, e.grade, e.figure,
    CASE WHEN e.hidden THEN 'hidden' END AS estimate_state, CASE WHEN e.hidden THEN 'hidden' END AS ci_low_state,
    CASE WHEN e.hidden THEN 'hidden' END AS ci_high_state, CASE WHEN e.hidden THEN 'hidden' END AS n_state
FROM analysis_estimate_published AS e
WHERE e.headline
ORDER BY CASE e.role WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 WHEN 'robustness' THEN 3 ELSE 4 END, e.plan, e.position
