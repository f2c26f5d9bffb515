-- kind: dots
-- about: one primary outcome by region (a section gives :plan): one test of interaction, not five tests
-- title_lv: {outcome}: {finding}
-- title_en: {outcome}: {finding}
-- subtitle_lv: Novērtējums rādītāja mērvienībās, pa reģioniem; pārtrauktā līnija – valstī kopā
-- subtitle_en: Estimate in units of the outcome, by region; dashed: the whole country
-- note_lv: Svītra – 95 % ticamības intervāls. Reģionu starpību pārbauda viens tests, nevis pieci atsevišķi; savilktā vērtība ņem vērā, ka vienā reģionā datu ir maz. Avots: iedzīvotāju aptaujas.
-- note_en: Bar: 95% confidence interval. One test judges differences between regions, not five separate ones; the shrunken value allows for few data in one region. Source: surveys of residents.
-- empty_lv: Ietekmi pa reģioniem novērtēt nevar: reģionos kopienu ir par maz.
-- empty_en: Effects by region cannot be estimated: there are too few communities in the regions.
-- column region: text | Reģions | Region | role=label | main
-- column estimate: decimal2 | Novērtējums | Estimate | role=y | figure=estimate
-- column low: decimal2 | TI no | CI from | role=low | figure=low
-- column high: decimal2 | TI līdz | CI to | role=high | figure=high
-- column shrunken: decimal2 | Savilktā vērtība | Shrunken | figure=shrunken
-- column whole: decimal2 | Valstī kopā | Whole country | role=reference | figure=whole_figure:estimate
-- column n_clusters: integer | Kopienas | Communities | figure=n_clusters
-- column interaction_p: p | Starpību tests, p | Test of differences, p | figure=interaction_p
SELECT
    a.outcome_lv, a.outcome_en, r.name_lv AS region_lv, r.name_en AS region_en, a.estimate, a.low, a.high, a.shrunken,
    a.n_clusters, a.interaction_p, a.figure, e.estimate AS whole, e.figure AS whole_figure,
    CASE a.hidden WHEN 1 THEN 'hidden' END AS estimate_state,
    CASE
        WHEN a.interaction_p IS NULL THEN 'reģionu starpību pārbaudīt nevar'
        WHEN a.interaction_p < 0.05 THEN 'ietekme reģionos ir dažāda'
        ELSE 'reģionu starpība nav pamanāma'
    END AS finding_lv,
    CASE
        WHEN a.interaction_p IS NULL THEN 'differences between regions cannot be tested'
        WHEN a.interaction_p < 0.05 THEN 'effects differ between regions'
        ELSE 'no difference between regions can be noticed'
    END AS finding_en
FROM analysis_region_published AS a
JOIN ingest_region_published AS r ON r.region = a.region
LEFT JOIN analysis_estimate_published AS e ON e.plan = a.plan AND e.headline = 1
WHERE a.plan = :plan
ORDER BY r.position
