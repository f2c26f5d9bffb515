-- kind: table
-- about: sample flow by arm and wave, all steps
-- title_lv: Dalībnieku plūsma pa grupām un viļņiem
-- title_en: Sample flow by arm and wave
-- subtitle_lv: Cilvēku skaits katrā solī
-- subtitle_en: Number of persons at each step
-- note_lv: Nesasaistāmās atbildes nav atbirums: cilvēks atbildēja, bet ar agrāko aptauju viņu savienot nevar. „–” – šāda soļa nav vai skaits nav zināms. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Answers that cannot be linked are not attrition: the person answered but cannot be joined to the earlier survey. “–”: no such step, or the number is not known. “…”: not publishable for confidentiality.
-- empty_lv: Aptaujas vēl nav, tāpēc dalībnieku plūsmas nav.
-- empty_en: There is no survey yet, so there is no sample flow.
-- column arm: word:arm
-- column wave: integer | Vilnis | Wave
-- column invited: integer | Uzaicināti | Invited | figure=invited_figure:persons
-- column answered: integer | Atbildēja | Answered | figure=answered_figure:persons | main
-- column not_linkable: integer | Nav sasaistāmi | Not linkable | figure=not_linkable_figure:persons
-- column linked: integer | Sasaistīti | Linked | figure=linked_figure:persons
-- column analysed: integer | Analizēti | Analysed | figure=analysed_figure:persons
-- column communities: integer | Kopienas | Communities | figure=answered_figure:communities
-- group: arm
SELECT
    arm, wave,
    MAX(CASE step WHEN 'invited' THEN persons END) AS invited,
    MAX(CASE step WHEN 'invited' THEN figure END) AS invited_figure,
    MAX(CASE WHEN step = 'invited' AND hidden = 1 THEN 'hidden' END) AS invited_state,
    MAX(CASE step WHEN 'answered' THEN persons END) AS answered,
    MAX(CASE step WHEN 'answered' THEN communities END) AS communities,
    MAX(CASE step WHEN 'answered' THEN figure END) AS answered_figure,
    MAX(CASE WHEN step = 'answered' AND hidden = 1 THEN 'hidden' END) AS answered_state,
    MAX(CASE step WHEN 'not_linkable' THEN persons END) AS not_linkable,
    MAX(CASE step WHEN 'not_linkable' THEN figure END) AS not_linkable_figure,
    MAX(CASE WHEN step = 'not_linkable' AND hidden = 1 THEN 'hidden' END) AS not_linkable_state,
    MAX(CASE step WHEN 'linked' THEN persons END) AS linked,
    MAX(CASE step WHEN 'linked' THEN figure END) AS linked_figure,
    MAX(CASE WHEN step = 'linked' AND hidden = 1 THEN 'hidden' END) AS linked_state,
    MAX(CASE step WHEN 'analysed' THEN persons END) AS analysed,
    MAX(CASE step WHEN 'analysed' THEN figure END) AS analysed_figure,
    MAX(CASE WHEN step = 'analysed' AND hidden = 1 THEN 'hidden' END) AS analysed_state
FROM analysis_flow_published
GROUP BY arm, wave
ORDER BY MIN(position)
