-- kind: table
-- about: effects by cohort and wave, att(g,t), of all primary outcomes
-- title_lv: Ietekme pa sākuma grupām un aptaujas viļņiem
-- title_en: Effects by cohort and survey wave
-- subtitle_lv: Novērtējums rādītāja mērvienībās; katra rinda – kopienas, kas atbalstu sāka vienā vilnī, vienā aptaujā
-- subtitle_en: Estimate in units of the outcome; each row: communities that started in one wave, in one survey
-- note_lv: Iekavās pirmais skaitlis ir vilnis, kurā grupa sāka atbalstu, otrais – aptaujas vilnis. TI – 95 % ticamības intervāls, katram skaitlim atsevišķi. Salīdzinājumam izmantotas tikai kopienas, kas atbalstu vēl nesaņēma.
-- note_en: In brackets the first number is the wave in which the cohort started, the second the survey wave. CI: 95% confidence interval for each number alone. Only communities not yet supported serve as comparison.
-- empty_lv: Novērtējumu pa sākuma grupām nav.
-- empty_en: There are no estimates by cohort.
-- column outcome: text
-- column cell: text | Grupa, vilnis | Cohort, wave | main
-- column estimate: decimal2 | Novērtējums | Estimate | figure=estimate
-- column se: decimal2 | Standartkļūda | Standard error | figure=se
-- column ci_low: decimal2 | TI no | CI from | figure=ci_low
-- column ci_high: decimal2 | TI līdz | CI to | figure=ci_high
-- column n: integer | Atbildes | Answers | figure=n
-- column n_clusters: integer | Kopienas | Communities | figure=n_clusters
-- group: outcome
SELECT
    outcome_lv, outcome_en, SUBSTR(term, 4) AS cell, estimate, se, ci_low, ci_high, n, n_clusters, figure
FROM analysis_estimate_published
WHERE role = 'primary' AND term LIKE 'att(%' AND hidden = 0 AND INSTR(plan, '/') = 0
ORDER BY plan, position
