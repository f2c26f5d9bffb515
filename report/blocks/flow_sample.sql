-- kind: flow
-- about: residents from invitation to analysis, first and last wave; all waves are in flow_waves
-- title_lv: {finding}
-- title_en: {finding}
-- subtitle_lv: Iedzīvotāju un kopienu skaits katrā solī, pirmais un pēdējais vilnis
-- subtitle_en: Number of residents and communities at each step, first and last wave
-- note_lv: Kopienas, kas atbalstu saņēma jau pirms pirmās aptaujas, ietekmes aprēķinā nepiedalās. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Communities supported before the first survey take no part in the effect estimate. “…”: not publishable for confidentiality.
-- empty_lv: Aptaujas vēl nav, tāpēc dalībnieku plūsmas nav.
-- empty_en: There is no survey yet, so there is no sample flow.
-- column node: text | | | role=key | hidden
-- column parent: text | | | role=parent | hidden
-- column label: text | Solis | Step | role=label | main
-- column persons: integer | Cilvēki | Persons | role=n | figure=persons
-- column communities: integer | Kopienas | Communities | role=clusters | figure=communities
WITH ends AS (
    SELECT MIN(wave) AS first, MAX(wave) AS last
    FROM analysis_flow_published
    WHERE arm IN ('supported', 'comparison')
)
SELECT
    f.node, f.parent,
    f.label_lv || CASE WHEN f.wave IS NULL THEN '' ELSE ', ' || f.wave || '. vilnis' END AS label_lv,
    f.label_en || CASE WHEN f.wave IS NULL THEN '' ELSE ', wave ' || f.wave END AS label_en,
    f.persons, f.communities, f.figure,
    CASE
        WHEN EXISTS (SELECT 1 FROM analysis_flow_published WHERE step = 'invited') THEN 'Dalībnieku plūsma no uzaicinājuma līdz analīzei'
        ELSE 'Dalībnieku plūsma no aptaujas līdz analīzei; uzaicināto skaits nav zināms'
    END AS finding_lv,
    CASE
        WHEN EXISTS (SELECT 1 FROM analysis_flow_published WHERE step = 'invited') THEN 'Sample flow from invitation to analysis'
        ELSE 'Sample flow from survey to analysis; the number invited is not known'
    END AS finding_en,
    CASE f.hidden WHEN 1 THEN 'hidden' END AS persons_state
FROM analysis_flow_published AS f
JOIN ends AS e
WHERE f.arm IN ('supported', 'comparison') AND f.wave IN (e.first, e.last) AND f.step IN ('invited', 'answered', 'analysed')
ORDER BY f.position
