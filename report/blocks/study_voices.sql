-- kind: stacked
-- about: what was said in focus groups, by theme and stance
-- title_lv: Ko teica fokusgrupās: izteikumi pa tematiem
-- title_en: What was said in focus groups: excerpts by theme
-- subtitle_lv: Izteikumu skaits; atbalsta, ir neitrāli vai iebilst
-- subtitle_en: Number of excerpts; supportive, neutral or against
-- note_lv: Izteikumi nav balsojums: viens cilvēks var teikt vairākus, un fokusgrupas nav gadījumizlase. Tematus ar mazāk runātājiem, nekā ļauj konfidencialitāte, nerādām.
-- note_en: Excerpts are no vote: one person may give several, and focus groups are no random sample. Themes with fewer speakers than confidentiality allows are not shown.
-- empty_lv: Fokusgrupu izteikumu vēl nav.
-- empty_en: There are no excerpts of focus groups yet.
-- column title: text | Temats | Theme | role=label | main
-- column stance: text | Attieksme | Stance | role=series
-- column excerpts: integer | Izteikumi | Excerpts | role=y | figure=figure_field:
SELECT
    v.title_lv, v.title_en, s.stance_lv, s.stance_en,
    CASE s.place WHEN 1 THEN v.supportive WHEN 2 THEN v.neutral ELSE v.against END AS excerpts,
    v.figure || CASE s.place WHEN 1 THEN '.supportive' WHEN 2 THEN '.neutral' ELSE '.against' END AS figure_field
FROM analysis_voice_published AS v
JOIN (
    SELECT 1 AS place, 'atbalsta' AS stance_lv, 'supportive' AS stance_en
    UNION ALL
    SELECT 2, 'neitrāli', 'neutral'
    UNION ALL
    SELECT 3, 'iebilst', 'against') AS s
WHERE v.hidden = 0
ORDER BY v.position, s.place
