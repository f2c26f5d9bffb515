-- kind: table
-- about: main results with everything that a careful reader asks for
-- title_lv: Ietekme, izmaiņas un saistības: galvenie un papildu rādītāji
-- title_en: Effects, changes and associations: primary and secondary outcomes
-- subtitle_lv: Novērtējums rādītāja mērvienībās; atbalstītās kopienas pret gaidāmo bez atbalsta, ja slēdziens ir par ietekmi
-- subtitle_en: Estimate in units of the outcome; supported communities against what is expected without support where the verdict is on an effect
-- note_lv: TI – 95 % ticamības intervāls. Koriģētā p vērtība ņem vērā, ka vienā saimē pārbaudām vairākus rādītājus. Mazākā pamanāmā ietekme – jauda 0,8. Standartkļūdas klasterētas kopienu līmenī. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: CI: 95% confidence interval. The adjusted p accounts for several outcomes tested in one family. Minimum detectable effect: power 0.8. Standard errors clustered by community. “…”: not publishable for confidentiality.
-- empty_lv: Neviens plāna jautājums vēl nav novērtēts, tāpēc rezultātu tabulas nav.
-- empty_en: No question of the plan has been estimated yet, so there is no table of results.
-- column group: text
-- column outcome: text | Rādītājs | Outcome | main
-- column estimate: by:number_format | Novērtējums | Estimate | figure=estimate
-- column se: by:se_format | Standartkļūda | Standard error | figure=se
-- column ci_low: by:number_format | TI no | CI from | figure=ci_low
-- column ci_high: by:number_format | TI līdz | CI to | figure=ci_high
-- column p: p | p | p | figure=p
-- column p_adjusted: p | Koriģētā p | Adjusted p | figure=p_adjusted
-- column mde: by:number_format | Mazākā pamanāmā | Smallest detectable | figure=mde
-- column n: integer | Atbildes | Answers | figure=n
-- column n_clusters: integer | Kopienas | Communities | figure=n_clusters
-- column verdict: word:verdict | Slēdziens | Verdict
-- column grade: grade | Ticamība | Certainty
-- group: group
SELECT
    CASE role WHEN 'primary' THEN 'Galvenie rādītāji' WHEN 'secondary' THEN 'Papildu rādītāji' ELSE 'Izpētes rādītāji' END AS group_lv,
    CASE role WHEN 'primary' THEN 'Primary outcomes' WHEN 'secondary' THEN 'Secondary outcomes' ELSE 'Exploratory outcomes' END AS group_en, outcome_lv, outcome_en, estimate, se, ci_low, ci_high, p, p_adjusted, mde, n, n_clusters,
    verdict, grade, figure,
    CASE WHEN se >= 0.5 THEN 'decimal1' WHEN se < 0.02 THEN 'decimal3' ELSE 'decimal2' END AS number_format,
    CASE WHEN se < 0.02 THEN 'decimal3' ELSE 'decimal2' END AS se_format,
    CASE hidden WHEN 1 THEN 'hidden' END AS estimate_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS se_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS ci_low_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS ci_high_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS p_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS p_adjusted_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS mde_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS n_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS n_clusters_state
FROM analysis_estimate_published
WHERE headline = 1 AND role IN ('primary', 'secondary', 'exploratory') AND INSTR(plan, '/') = 0
ORDER BY CASE role WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END, LENGTH(plan), plan, position
