-- kind: value
-- about: themes of the focus groups, for prose; counts only where enough people spoke
-- column excerpts: integer | Izteikumi | Excerpts | figure=excerpts
-- column supportive: integer | Atbalsta | Supportive | figure=supportive
-- column against: integer | Iebilst | Against | figure=against
SELECT
    theme, title_lv, title_en, excerpts, supportive, against, figure, hidden = 0 AS shown,
    against > supportive AS mostly_against, supportive > against AS mostly_supportive, supportive = against AS balanced
FROM analysis_voice_published
WHERE hidden = 0 OR theme IN (SELECT theme FROM analysis_quote_published)
ORDER BY position
