-- kind: theory
-- about: theory of change as a diagram: one row a link, from box to box, with its state
-- title_lv: Pārmaiņu teorija: kuras saites ir izmērītas un kuras ne
-- title_en: Theory of change: which links are measured and which are not
-- subtitle_lv: No ieguldījumiem līdz ietekmei; līnijas veids rāda, kas par saiti zināms
-- subtitle_en: From inputs to impact; the line shows what is known of a link
-- note_lv: Vienlaidu krāsaina līnija – izmērīts ar pierādījumu ticamību; melna – tikai aprakstīts; pārtraukta – nav mērīts. Avots: programmas pārmaiņu teorija un analīzes plāns.
-- note_en: Solid coloured line: measured with a grade; black: described only; dashed: not measured. Source: the programme's theory of change and the analysis plan.
-- empty_lv: Pārmaiņu teorija programmas datos nav ievadīta.
-- empty_en: No theory of change has been entered in the programme's data.
-- column from: text | No | From | role=parent
-- column to: text | Uz | To | role=label | main
-- column level: word:level | Līmenis | Level | role=group
-- column state: status | Stāvoklis | State | role=status
-- column link: text | Saite | Link | role=note
SELECT
    t.link, t.from_lv, COALESCE(t.from_en, t.from_lv) AS from_en, t.to_lv, COALESCE(t.to_en, t.to_lv) AS to_en, t.level,
    CASE
        WHEN EXISTS (
            SELECT 1
            FROM analysis_plan_published AS p
            JOIN analysis_estimate_published AS e ON e.plan = p.plan
            WHERE p.link = t.link AND e.headline = 1 AND e.verdict NOT IN ('none', 'change')) THEN 'measured'
        WHEN t.measures IS NOT NULL AND t.measures <> '' THEN 'described'
        ELSE 'not_measured'
    END AS state
FROM ingest_theory_published AS t
ORDER BY
    CASE t.level WHEN 'input' THEN 1 WHEN 'activity' THEN 2 WHEN 'output' THEN 3 WHEN 'outcome' THEN 4 ELSE 5 END,
    t.link
