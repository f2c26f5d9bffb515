-- kind: flow
-- about: persons and communities from invitation to analysis
-- title_lv: {finding}
-- title_en: {finding}
-- subtitle_lv: Cilvēku un kopienu skaits katrā solī
-- subtitle_en: Number of persons and communities at each step
-- note_lv: Atbildes, kuras nevar sasaistīt ar iepriekšējo aptauju, nav atbirums: tām ir savs solis. Kopienas, kas atbalstu saņēma jau pirms pirmās aptaujas, ietekmes aprēķinā nepiedalās. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Answers that cannot be linked to the earlier survey are not attrition: they have a step of their own. Communities supported before the first survey take no part in the effect estimate. “…”: not publishable for confidentiality.
-- empty_lv: Aptaujas vēl nav, tāpēc dalībnieku plūsmas nav.
-- empty_en: There is no survey yet, so there is no sample flow.
-- column node: text | | | role=key | hidden
-- column parent: text | | | role=parent | hidden
-- column label: text | Solis | Step | role=label | main
-- column persons: integer | Cilvēki | Persons | role=n | figure=persons
-- column communities: integer | Kopienas | Communities | role=clusters | figure=communities
SELECT
    f.node, CASE WHEN f.step IS NULL THEN COALESCE(f.parent, b.node) ELSE b.node END AS parent,
    f.label_lv || CASE WHEN f.wave IS NULL THEN '' ELSE ', ' || f.wave || '. vilnis' END AS label_lv,
    f.label_en || CASE WHEN f.wave IS NULL THEN '' ELSE ', wave ' || f.wave END AS label_en,
    f.persons, f.communities, f.figure,
    CASE
        WHEN EXISTS (SELECT 1 FROM analysis_flow_published WHERE step = 'invited') THEN 'Dalībnieku plūsma no uzaicinājuma līdz analīzei'
        ELSE 'Aptaujātie pa viļņiem: cik cilvēku un kopienu ir katrā grupā'
    END AS finding_lv,
    CASE
        WHEN EXISTS (SELECT 1 FROM analysis_flow_published WHERE step = 'invited') THEN 'Sample flow from invitation to analysis'
        ELSE 'Interviewed by wave: how many persons and communities each group has'
    END AS finding_en,
    CASE f.hidden WHEN 1 THEN 'hidden' END AS persons_state
FROM analysis_flow_published AS f
LEFT JOIN analysis_flow_published AS b
    ON b.arm = f.arm AND b.wave = f.wave - 1 AND REPLACE(b.node, '.' || b.wave, '') = REPLACE(f.node, '.' || f.wave, '')
WHERE COALESCE(f.step, 'answered') = 'answered' AND COALESCE(f.arm, '') NOT IN ('none', 'participant')
ORDER BY f.position
