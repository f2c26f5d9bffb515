-- kind: bars
-- about: approved initiatives by theme
-- title_lv: Apstiprinātās iniciatīvas pēc temata
-- title_en: Approved initiatives by theme
-- subtitle_lv: Iniciatīvu skaits kopš projekta sākuma
-- subtitle_en: Initiatives since the start of the project
-- empty_lv: Iniciatīvu dati nav iesniegti.
-- empty_en: No data on initiatives were delivered.
-- note_lv: Avots: iniciatīvu saraksti.
-- note_en: Source: lists of initiatives.
-- column title: text | Temats | Theme | role=label
-- column approved: integer | Apstiprinātas | Approved | role=y | figure=approved
SELECT title_lv, title_en, approved, figure
FROM metrics_initiative_published
WHERE region = :region AND breakdown = 'theme' AND approved > 0
ORDER BY code
