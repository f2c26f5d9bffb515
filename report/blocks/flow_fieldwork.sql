-- kind: table
-- about: fieldwork by wave and sample
-- title_lv: Aptauju lauka darbs
-- title_en: Fieldwork of the surveys
-- subtitle_lv: Pa izlasēm un viļņiem
-- subtitle_en: By sample and wave
-- note_lv: Atbildētības līmenis – atbildējušo daļa no uzaicinātajiem; „–”, ja uzaicināto skaits nav zināms. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Response rate: those who answered among those invited; “–” where the number invited is not known. “…”: not publishable for confidentiality.
-- empty_lv: Ziņu par aptauju lauka darbu nav.
-- empty_en: There is no word of the surveys' fieldwork.
-- column sample: word:sample | Izlase | Sample
-- column wave: integer | Vilnis | Wave
-- column drawn: word:drawn | Kā izraudzīti | How chosen
-- column started_on: date | No | From
-- column ended_on: date | Līdz | To
-- column invited: integer | Uzaicināti | Invited | figure=invited
-- column answered: integer | Atbildēja | Answered | figure=answered | main
-- column response_rate: share | Atbildētības līmenis | Response rate | figure=response_rate
-- column communities: integer | Kopienas | Communities | figure=communities
SELECT
    sample, wave, drawn, started_on, ended_on, invited, answered, response_rate, communities, figure,
    CASE hidden WHEN 1 THEN 'hidden' END AS invited_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS answered_state
FROM analysis_fieldwork_published
ORDER BY sample DESC, wave, drawn
