-- kind: table
-- about: values to be copied into KPVIS, row by row
-- title_lv: KPVIS: pārrakstāmās vērtības
-- title_en: KPVIS: values to copy
-- subtitle_lv: Rindas tādā secībā, kādā tās ievada sistēmā; viena vērtība – viena šūna
-- subtitle_en: Rows in the order in which they are typed in; one value, one cell
-- note_lv: „…”: slēpts. „n. i.”: dati nav iesniegti. Avots: projekta dati.
-- note_en: "…": hidden. "n/d": not delivered. Source: project data.
-- group: section
-- column section: text | Sadaļa | Section | hidden
-- column code: text | Kods | Code
-- column name: text | Nosaukums | Name | role=label
-- column unit: text | Mērvienība | Unit
-- column in_period: by:format | Periodā | In the period | figure=in_period
-- column cumulative: by:format | Kopš sākuma | Since the start | main | figure=cumulative
WITH wanted (part, position, section_lv, section_en, code, name_lv, name_en, unit_lv, unit_en, kpi, sex, format) AS (
    SELECT 1, 0, 'Rādītāji', 'Indicators', i.code, i.name_lv, i.name_en, i.unit_lv, i.unit_en, i.kpi, '', i.format
    FROM metrics_indicator_published AS i
    UNION ALL
    SELECT 2, c.position * 10 + s.position, 'Dalībnieki', 'Participants',
        CASE c.kpi WHEN 'esf_participants' THEN 'EECO01' ELSE upper(c.kpi) END,
        c.title_lv || s.name_lv, c.title_en || s.name_en, 'cilvēks', 'person', c.kpi, s.sex, c.format
    FROM metrics_catalogue_published AS c,
        (SELECT 1 AS position, '' AS sex, '' AS name_lv, '' AS name_en UNION ALL SELECT 2, 'f', ' – sievietes', ' – women'
            UNION ALL SELECT 3, 'm', ' – vīrieši', ' – men' UNION ALL SELECT 4, 'x', ' – nebināri', ' – non-binary') AS s
    WHERE c.kpi = 'esf_participants' OR c.kpi LIKE 'eeco%' OR c.kpi LIKE 'eecr%'
)
SELECT w.section_lv, w.section_en, w.code, w.name_lv, w.name_en, w.unit_lv, w.unit_en, coalesce(w.format, 'integer') AS format,
    v.in_period, v.cumulative, v.figure,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_in THEN 'hidden' END AS in_period_state,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state
FROM wanted AS w
    JOIN metrics_value_published AS v ON v.kpi = w.kpi AND v.region = 'LV' AND v.period = :period AND v.sex = w.sex
ORDER BY w.part, w.position, w.code
