-- kind: forest
-- about: standardised headline estimates with intervals
-- title_lv: Galveno jautājumu novērtējumi un to nenoteiktība
-- title_en: Estimates of the main questions and their uncertainty
-- subtitle_lv: Standartizēts novērtējums ar 95 % ticamības intervālu; galvenie jautājumi, pēc tiem papildu
-- subtitle_en: Standardised estimate with its 95% confidence interval; primary questions, then secondary
-- note_lv: Punkts ir novērtējums, svītra – 95 % ticamības intervāls. Ja svītra šķērso nulles līniju, dati der arī bez ietekmes. Gara svītra nozīmē maz datu. Trijstūris – mazākā pamanāmā ietekme. Avots: iedzīvotāju un dalībnieku aptaujas, programmas uzskaite.
-- note_en: Point: estimate; bar: 95% interval. Crossing zero: the data fit no effect too. Long bar: few data. Triangle: smallest noticeable effect. Source: surveys of residents and participants, programme records.
-- empty_lv: Novērtējumu vēl nav: aptaujas datu vai analīzes plāna trūkst.
-- empty_en: There are no estimates yet: survey data or the analysis plan are missing.
-- column outcome: text | Rādītājs | Indicator | role=label
-- column role: word:role | Jautājums | Question | role=group
-- column effect_size: decimal2 | Novērtējums | Estimate | role=y | main | figure=effect_size
-- column effect_low: decimal2 | No | From | role=low | figure=effect_low
-- column effect_high: decimal2 | Līdz | To | role=high | figure=effect_high
-- column p_adjusted: p | Koriģētā p vērtība | Adjusted p | role=p | figure=p_adjusted
-- column mde_standard: decimal2 | Mazākā pamanāmā ietekme | Smallest noticeable effect | role=mde
-- column verdict: word:verdict | Secinājums | Verdict | role=verdict
-- column n: integer | Cilvēki | People | role=n | figure=n
-- column n_clusters: integer | Kopienas | Communities | role=clusters | figure=n_clusters
SELECT
    CASE WHEN count(*) OVER (PARTITION BY e.outcome) > 1 THEN coalesce(e.outcome_lv, e.outcome) || ' (' || e.plan || ')' ELSE coalesce(e.outcome_lv, e.outcome) END AS outcome_lv,
    CASE WHEN count(*) OVER (PARTITION BY e.outcome) > 1 THEN coalesce(e.outcome_en, e.outcome_lv, e.outcome) || ' (' || e.plan || ')' ELSE coalesce(e.outcome_en, e.outcome_lv, e.outcome) END AS outcome_en,
    e.role, e.effect_size, e.effect_low, e.effect_high, e.p_adjusted,
    CASE WHEN e.estimate <> 0 THEN abs(e.mde * e.effect_size / e.estimate) END AS mde_standard,
    e.verdict, e.n, e.n_clusters, e.figure
FROM analysis_estimate_published AS e
WHERE e.headline AND e.role IN ('primary', 'secondary') AND e.effect_size IS NOT NULL AND NOT e.hidden
ORDER BY e.role = 'secondary', e.plan, e.position
