-- kind: event_study
-- about: effects by time since the start of support, for one row of the plan
-- title_lv: {outcome}: {finding}
-- title_en: {outcome}: {finding}
-- subtitle_lv: Starpība starp atbalstītajām un salīdzinājuma kopienām rādītāja mērvienībās, pa aptaujas viļņiem kopš atbalsta sākuma
-- subtitle_en: Difference between supported and comparison communities in units of the outcome, by survey wave since support began
-- note_lv: Iekšējā josla – 95 % ticamības intervāls katram vilnim atsevišķi, ārējā – visiem viļņiem kopā; zem ass – kopienu skaits. Avots: iedzīvotāju aptaujas.
-- note_en: Inner band: 95% confidence interval for each wave alone, outer: for all waves together; below the axis the number of communities. Source: surveys of residents.
-- column event_time: integer | Viļņi kopš sākuma | Waves since the start | role=x
-- column estimate: decimal2 | Novērtējums | Estimate | role=y | figure=estimate | main
-- column ci_low: decimal2 | TI no | CI from | role=low | figure=ci_low
-- column ci_high: decimal2 | TI līdz | CI to | role=high | figure=ci_high
-- column band_low: decimal2 | Visiem no | All from | role=low2 | figure=band_low
-- column band_high: decimal2 | Visiem līdz | All to | role=high2 | figure=band_high
-- column n_clusters: integer | Kopienas | Communities | role=clusters | figure=n_clusters
-- column sesoi: decimal2 | Vērā ņemama ietekme | Effect of interest | role=sesoi
WITH pretest AS (
    SELECT MAX(p) AS p
    FROM analysis_estimate_published
    WHERE plan = :plan AND term = 'pretest'
)
SELECT
    e.event_time,
    e.outcome_lv, e.outcome_en, e.estimate, e.ci_low, e.ci_high, e.band_low, e.band_high, e.n_clusters, e.sesoi, e.figure,
    CASE
        WHEN t.p IS NULL THEN 'novērtējumi pa viļņiem; tendences pirms atbalsta pārbaudīt nevar'
        WHEN t.p < 0.05 THEN 'jau pirms atbalsta grupas mainījās atšķirīgi'
        ELSE 'pirms atbalsta atšķirība nav pamanāma'
    END AS finding_lv,
    CASE
        WHEN t.p IS NULL THEN 'estimates by wave; trends before support cannot be tested'
        WHEN t.p < 0.05 THEN 'the groups changed differently already before support'
        ELSE 'no difference can be noticed before support'
    END AS finding_en
FROM analysis_estimate_published AS e, pretest AS t
WHERE e.plan = :plan AND e.event_time IS NOT NULL AND e.hidden = 0 AND e.estimate IS NOT NULL
ORDER BY e.event_time
