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
    t.level, t.from_lv, COALESCE(t.from_en, t.from_lv) AS from_en, t.to_lv, COALESCE(t.to_en, t.to_lv) AS to_en,
    CASE
        WHEN e.plan IS NOT NULL THEN 'measured'
        WHEN t.measures IS NOT NULL AND t.measures <> '' THEN 'described'
        ELSE 'not_measured'
    END AS state,
    e.grade,
    'Pieņēmums: ' || t.assumption_lv AS assumption_lv,
    'Assumption: ' || COALESCE(t.assumption_en, t.assumption_lv) AS assumption_en
FROM ingest_theory_published AS t
LEFT JOIN (
    SELECT p.link, MIN(p.plan) AS plan, x.grade
    FROM analysis_plan_published AS p
    JOIN analysis_estimate_published AS x ON x.plan = p.plan
    WHERE x.headline = 1 AND x.verdict NOT IN ('none', 'change')
    GROUP BY p.link) AS e ON e.link = t.link
ORDER BY
    CASE t.level WHEN 'input' THEN 1 WHEN 'activity' THEN 2 WHEN 'output' THEN 3 WHEN 'outcome' THEN 4 ELSE 5 END,
    t.link
