-- kind: table
-- about: links of the theory of change with assumption and state
-- title_lv: Pārmaiņu teorijas saites, to pieņēmumi un stāvoklis
-- title_en: Links of the theory of change, their assumptions and state
-- note_lv: Izmērīts – saitei ir novērtējums ar pierādījumu ticamību. Tikai aprakstīts – ir rādītāji, bet nav salīdzinājuma. Nav mērīts – par saiti neko nesecinām.
-- note_en: Measured: the link has a graded estimate. Described only: there are indicators but no comparison. Not measured: nothing is concluded on the link.
-- empty_lv: Pārmaiņu teorija programmas datos nav ievadīta.
-- empty_en: No theory of change has been entered in the programme's data.
-- column level: word:level
-- column from: text | No | From
-- column to: text | Uz | To | main
-- column state: status | Stāvoklis | State
-- column grade: grade | Ticamība | Certainty
-- column assumption: text
-- group: level
-- below: assumption
SELECT
    level, from_lv, from_en, to_lv, to_en, state, grade,
    'Pieņēmums: ' || assumption_lv AS assumption_lv, 'Assumption: ' || assumption_en AS assumption_en
FROM analysis_theory_published
ORDER BY
    CASE level WHEN 'input' THEN 1 WHEN 'activity' THEN 2 WHEN 'output' THEN 3 WHEN 'outcome' THEN 4 ELSE 5 END,
    position
