-- kind: forest
-- about: effects on the primary outcomes on one scale, with intervals, for the brief
-- title_lv: {finding}
-- title_en: {finding}
-- subtitle_lv: Ietekmes lielums standartnovirzēs; atbalstītās kopienas pret gaidāmo bez atbalsta
-- subtitle_en: Effect size in standard deviations; supported communities against what is expected without support
-- note_lv: Punkts ir novērtējums, svītra – 95 % ticamības intervāls; ja tā šķērso nulles līniju, dati der arī bez ietekmes. Trijstūris – mazākā pamanāmā ietekme. Avots: iedzīvotāju aptaujas.
-- note_en: Point: estimate; bar: 95% confidence interval; across zero the data fit no effect too. Triangle: smallest noticeable effect. Source: surveys of residents.
-- empty_lv: Ietekmes novērtējumu vēl nav, tāpēc intervālu grafiku nevar uzzīmēt.
-- empty_en: There are no effect estimates yet, so there is no forest plot to draw.
-- column outcome: text | Rādītājs | Outcome | role=label
-- column effect_size: decimal2 | Ietekmes lielums | Effect size | role=y | figure=effect_size | main
-- column effect_low: decimal2 | No | From | role=low | figure=effect_low
-- column effect_high: decimal2 | Līdz | To | role=high | figure=effect_high
-- column effect_mde: decimal2 | Mazākā pamanāmā ietekme | Smallest noticeable effect | role=mde | figure=effect_mde
-- column p_adjusted: p | Koriģētā p vērtība | Adjusted p | role=p | figure=p_adjusted
-- column verdict: word:verdict | Slēdziens | Verdict | role=verdict
-- column n: integer | Atbildes | Answers | role=n | figure=n
-- column n_clusters: integer | Kopienas | Communities | role=clusters | figure=n_clusters
WITH main AS (
    SELECT plan, position, role, outcome_lv, outcome_en, effect_size, effect_low, effect_high, effect_mde, p_adjusted, verdict, n,
        n_clusters, figure
    FROM analysis_estimate_published
    WHERE headline = 1 AND role = 'primary' AND effect_size IS NOT NULL AND hidden = 0
      AND INSTR(plan, '/') = 0
),
counts AS (
    SELECT
        COUNT(CASE WHEN verdict = 'effect' AND role = 'primary' THEN 1 END) AS effects,
        COUNT(CASE WHEN role = 'primary' THEN 1 END) AS outcomes
    FROM main
)
SELECT
    m.outcome_lv, m.outcome_en, m.effect_size, m.effect_low, m.effect_high,
    m.effect_mde, m.p_adjusted, m.verdict, m.n, m.n_clusters, m.figure,
    CASE
        WHEN c.effects = 0 THEN 'Nevienam galvenajam rādītājam ietekme nav skaidri atšķirama no nulles'
        WHEN c.effects = c.outcomes THEN 'Visiem galvenajiem rādītājiem ietekme ir atšķirama no nulles'
        ELSE 'Daļai galveno rādītāju ietekme ir atšķirama no nulles, pārējiem datu nepietiek vai ietekme nav jūtama'
    END AS finding_lv,
    CASE
        WHEN c.effects = 0 THEN 'For none of the primary outcomes is the effect clearly different from zero'
        WHEN c.effects = c.outcomes THEN 'For all primary outcomes the effect differs from zero'
        ELSE 'For some primary outcomes the effect differs from zero; for the others data are too few or nothing changed noticeably'
    END AS finding_en
FROM main AS m, counts AS c
ORDER BY LENGTH(m.plan), m.plan, m.position
