-- kind: flow
-- about: sample flow of persons and communities
-- title_lv: Dalībnieku plūsma no kopienām līdz analīzei
-- title_en: Sample flow from communities to analysis
-- subtitle_lv: Cilvēku un kopienu skaits katrā solī
-- subtitle_en: People and communities at each step
-- note_lv: „…”: skaits slēpts. Avots: aptauju un kopienu dati.
-- note_en: "…": hidden. Source: survey and community data.
-- empty_lv: Aptaujas datu nav, tāpēc dalībnieku plūsmu nevar parādīt.
-- empty_en: There are no survey data, so no sample flow can be shown.
-- column node: text | Solis | Step | role=key | hidden
-- column parent: text | No | From | role=parent | hidden
-- column label: text | Solis | Step | role=label
-- column persons: integer | Cilvēki | People | role=n | figure=persons
-- column communities: integer | Kopienas | Communities | role=clusters | figure=communities
SELECT node, parent, label_lv, label_en, persons, communities, figure,
    CASE WHEN hidden THEN 'hidden' END AS persons_state, CASE WHEN hidden THEN 'hidden' END AS communities_state
FROM analysis_flow_published
ORDER BY position, node
