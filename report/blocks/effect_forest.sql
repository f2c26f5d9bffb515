-- kind: forest
-- about: effects on all outcomes on one scale, with intervals: the study's main figure
-- title_lv: {finding}
-- title_en: {finding}
-- subtitle_lv: Ietekmes lielums standartnovirzēs; atbalstītās kopienas pret gaidāmo bez atbalsta
-- subtitle_en: Effect size in standard deviations; supported communities against what is expected without support
-- note_lv: Punkts ir novērtējums, svītra – 95 % ticamības intervāls. Pilns aplis – koriģētā p vērtība ir mazāka par 0,05. Ja svītra šķērso nulles līniju, dati der arī bez ietekmes. Gara svītra nozīmē maz datu. Trijstūris – mazākā pamanāmā ietekme; josla ap nulli – ietekme, kas mazāka par praktiski nozīmīgu. Standartkļūdas klasterētas kopienu līmenī. Avots: iedzīvotāju un dalībnieku aptaujas.
-- note_en: Point: estimate; bar: 95% confidence interval. Full disc: adjusted p below 0.05. A bar across zero: the data fit no effect too. A long bar: few data. Triangle: smallest noticeable effect; band around zero: effects below practical importance. Standard errors clustered by community. Source: surveys of residents and participants.
-- empty_lv: Ietekmes novērtējumu vēl nav, tāpēc intervālu grafiku nevar uzzīmēt.
-- empty_en: There are no effect estimates yet, so there is no forest plot to draw.
-- column group: text | Loma | Role | role=group
-- column outcome: text | Rādītājs | Outcome | role=label
-- column effect_size: decimal2 | Ietekmes lielums | Effect size | role=y | figure=effect_size | main
-- column effect_low: decimal2 | No | From | role=low | figure=effect_low
-- column effect_high: decimal2 | Līdz | To | role=high | figure=effect_high
-- column effect_mde: decimal2 | Mazākā pamanāmā ietekme | Smallest noticeable effect | role=mde | figure=effect_mde
-- column effect_sesoi: decimal2 | Praktiski nozīmīga ietekme | Effect of practical importance | role=sesoi
-- column p_adjusted: p | Koriģētā p vērtība | Adjusted p | role=p | figure=p_adjusted
-- column verdict: word:verdict | Slēdziens | Verdict | role=verdict
-- column n: integer | Atbildes | Answers | role=n | figure=n
-- column n_clusters: integer | Kopienas | Communities | role=clusters | figure=n_clusters
WITH main AS (
    SELECT plan, position, role, outcome_lv, outcome_en, effect_size, effect_low, effect_high, effect_mde, effect_sesoi, p_adjusted, verdict, n,
        n_clusters, figure
    FROM analysis_estimate_published
    WHERE headline = 1 AND role IN ('primary', 'secondary') AND effect_size IS NOT NULL AND hidden = 0
      AND INSTR(plan, '/') = 0
),
counts AS (
    SELECT
        COUNT(CASE WHEN verdict = 'effect' AND role = 'primary' THEN 1 END) AS effects,
        COUNT(CASE WHEN role = 'primary' THEN 1 END) AS outcomes
    FROM main
)
SELECT
    CASE m.role WHEN 'primary' THEN 'Galvenie rādītāji' WHEN 'secondary' THEN 'Papildu rādītāji' ELSE 'Izpētes rādītāji' END AS group_lv,
    CASE m.role WHEN 'primary' THEN 'Primary outcomes' WHEN 'secondary' THEN 'Secondary outcomes' ELSE 'Exploratory outcomes' END AS group_en, m.outcome_lv, m.outcome_en, m.effect_size, m.effect_low, m.effect_high,
    m.effect_mde, m.effect_sesoi, m.p_adjusted, m.verdict, m.n, m.n_clusters, m.figure,
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
ORDER BY CASE m.role WHEN 'primary' THEN 1 ELSE 2 END, LENGTH(m.plan), m.plan, m.position
