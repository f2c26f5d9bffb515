-- kind: theory
-- about: theory of change with the state of each link
-- title_lv: No {count} pārmaiņu teorijas saitēm ar aprēķinu pārbaudītas {measured_count}
-- title_en: Of {count} links of the theory of change {measured_count} are tested by an estimate
-- subtitle_lv: No ieguldījumiem līdz ietekmei; pie katras saites – kā tā mērīta
-- subtitle_en: From inputs to impact; for each link how it was measured
-- note_lv: „Izmērīts” – analīzes plānā ir novērtējums; „tikai aprakstīts” – ir skaits, bet ne salīdzinājums; „nav mērīts” – programma to nemēra. Avots: pārmaiņu teorija un analīzes plāns.
-- note_en: "Measured": the plan holds an estimate; "described only": counted, not compared; "not measured": the programme does not measure it. Source: theory of change and analysis plan.
-- empty_lv: Pārmaiņu teorija nav ievadīta.
-- empty_en: No theory of change was entered.
-- column link: text | Saite | Link | role=key
-- column parent: text | No kā | From | role=parent
-- column title: text | Uz ko | To | role=label
-- column level: text | Līmenis | Level | role=group
-- column state: status | Kā zināms | How known | role=status
-- column assumption: text | Pieņēmums | Assumption | role=note
WITH links AS (
    SELECT
        t.link, t.from_lv AS parent_lv, t.from_en AS parent_en, t.to_lv AS title_lv, t.to_en AS title_en, t.level, t.measures, t.assumption_lv, t.assumption_en,
        CASE
            WHEN EXISTS (SELECT 1 FROM analysis_plan_published AS p WHERE p.link = t.link AND p.state = 'run') THEN 'measured'
            WHEN coalesce(t.measures, '') = '' THEN 'not_measured'
            ELSE 'described'
        END AS state
    FROM ingest_theory_published AS t
)
SELECT
    link, parent_lv, parent_en, title_lv, title_en, state, assumption_lv, assumption_en,
    CASE level WHEN 'input' THEN 'ieguldījumi' WHEN 'activity' THEN 'darbības' WHEN 'output' THEN 'tiešie rezultāti' WHEN 'outcome' THEN 'pārmaiņas' ELSE 'ietekme' END AS level_lv,
    CASE level WHEN 'input' THEN 'inputs' WHEN 'activity' THEN 'activities' WHEN 'output' THEN 'outputs' WHEN 'outcome' THEN 'outcomes' ELSE 'impact' END AS level_en,
    count(*) OVER () AS count, sum(state = 'measured') OVER () AS measured_count
FROM links
ORDER BY link
