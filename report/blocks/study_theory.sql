-- kind: theory
-- about: theory of change as a diagram: one row an arrow, from box to box, with the link's state; a box whose text
--   starts with a code (S1, 24.3) is one box wherever the code stands, also in
--   "S1 + S2", "M1, M3" and "M1–M4"
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
WITH texts AS (
    SELECT from_lv AS text_lv, COALESCE(from_en, from_lv) AS text_en, 2 AS place FROM analysis_theory_published
    UNION
    SELECT to_lv, COALESCE(to_en, to_lv), 1 FROM analysis_theory_published
),
coded AS (
    SELECT SUBSTR(text_lv, 1, INSTR(text_lv || ' ', ' ') - 1) AS code, text_lv, text_en, place
    FROM texts
),
boxes AS (
    SELECT code, MIN(place * 1000 + LENGTH(text_lv)), text_lv, text_en
    FROM coded
    WHERE (code GLOB '[A-Z][0-9]' OR code GLOB '[A-Z][0-9][0-9]' OR code GLOB '[0-9][0-9].[0-9]' OR code GLOB '[0-9][0-9].[0-9][0-9]')
      AND SUBSTR(text_lv, LENGTH(code) + 2, 1) <> '+'
    GROUP BY code
),
links AS (
    SELECT
        t.link, t.from_lv, COALESCE(t.from_en, t.from_lv) AS from_en, t.to_lv, COALESCE(t.to_en, t.to_lv) AS to_en, t.level,
        ' ' || REPLACE(REPLACE(t.from_lv, ',', ' '), '+', ' ') || ' ' AS sources,
        SUBSTR(t.to_lv, 1, INSTR(t.to_lv || ' ', ' ') - 1) AS target,
        t.state, t.position
    FROM analysis_theory_published AS t
)
SELECT
    l.link, COALESCE(s.text_lv, l.from_lv) AS from_lv, COALESCE(s.text_en, l.from_en) AS from_en,
    COALESCE(b.text_lv, l.to_lv) AS to_lv, COALESCE(b.text_en, l.to_en) AS to_en, l.level, l.state
FROM links AS l
LEFT JOIN boxes AS s
    ON INSTR(l.sources, ' ' || s.code || ' ') > 0
    OR (l.from_lv GLOB '[A-Z][0-9]–[A-Z][0-9]*' AND s.code BETWEEN SUBSTR(l.from_lv, 1, 2) AND SUBSTR(l.from_lv, 4, 2))
LEFT JOIN boxes AS b ON b.code = l.target
ORDER BY
    CASE l.level WHEN 'input' THEN 1 WHEN 'activity' THEN 2 WHEN 'output' THEN 3 WHEN 'outcome' THEN 4 ELSE 5 END,
    l.position, from_lv
