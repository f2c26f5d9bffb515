-- kind: table
-- about: the section Rādītāji of the payment request
-- title_lv: Projekta rādītāju izpilde
-- title_en: Project indicators
-- subtitle_lv: Vērtības periodā un kopš projekta sākuma pret starpposma (2024) un mērķa (2029) vērtību
-- subtitle_en: Values in the period and since the start against milestone (2024) and target (2029)
-- empty_lv: Projekta rādītāji nav ievadīti. Kodus, starpposma un mērķa vērtības nosaka MK noteikumi un līgums; tos ievada projekta vadītāji.
-- empty_en: No project indicators were entered. Codes, milestones and targets come from the regulation and the contract; project managers enter them.
-- note_lv: „–” mērķa ailē: mērķis nav ievadīts. Zem rādītāja – projekta vadītāju skaidrojums. Avots: projekta dati; mērķu avots norādīts rādītāju sarakstā.
-- note_en: "–" under target: no target entered. Below an indicator: the project managers' explanation. Source: project data; the source of targets is named in the list of indicators.
-- column code: text | Kods | Code
-- column name: text | Rādītājs | Indicator | role=label
-- column unit: text | Mērvienība | Unit
-- column baseline: by:format | Bāzes vērtība | Baseline
-- column milestone: by:format | Starpposma vērtība (2024) | Milestone (2024)
-- column target: by:format | Mērķa vērtība (2029) | Target (2029)
-- column in_period: by:format | Periodā | In the period | figure=in_period
-- column cumulative: by:format | Kopš sākuma | Since the start | main | figure=cumulative
-- column share_of_target: share | Izpilde | Share of target | formula=cumulative / target
-- below: explanation
SELECT
    i.code, i.name_lv, i.name_en, i.unit_lv, i.unit_en, i.baseline, i.milestone, i.target, coalesce(i.format, 'integer') AS format,
    i.in_period, i.cumulative, i.share_of_target, i.figure,
    CASE WHEN i.state = 'not_reported' THEN 'not_delivered' WHEN i.hidden_in THEN 'hidden' END AS in_period_state,
    CASE WHEN i.state = 'not_reported' THEN 'not_delivered' WHEN i.hidden_cumulative THEN 'hidden' END AS cumulative_state,
    replace(n.markdown, char(10), ' ') AS explanation
FROM metrics_indicator_published AS i
    LEFT JOIN ingest_narrative_published AS n ON n.period = :period AND n.name = i.kpi
        AND n.lang = (SELECT x.lang FROM ingest_narrative_published AS x WHERE x.period = :period AND x.name = i.kpi
            ORDER BY x.lang = :lang DESC, x.lang = 'lv' DESC LIMIT 1)
ORDER BY i.code
