-- kind: table
-- about: what was done since the start, whole country, with targets where they exist
-- title_lv: Kas paveikts valstī kopā
-- title_en: What was done in the whole country
-- subtitle_lv: Kopš projekta sākuma un pārskata periodā
-- subtitle_en: Since the start and in the report's period
-- note_lv: Apmeklējumi, unikālie apmeklētāji un ESF+ dalībnieki ir trīs dažādi mēri, tos nedrīkst saskaitīt. „–” pie mērķa: mērķis nav ievadīts. „n. i.” – dati nav iesniegti. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Visits, unique visitors and ESF+ participants are three different measures and must not be added. “–” for a target: none entered. “n/d”: not delivered. “…”: not publishable for confidentiality.
-- empty_lv: Rādītāju vērtību vēl nav.
-- empty_en: There are no values of indicators yet.
-- column point: text
-- column title: text | Rādītājs | Indicator | main
-- column in_period: by:format | Periodā | In period | figure=in_period
-- column cumulative: by:format | Kopš sākuma | Since the start | figure=cumulative
-- column target: by:format | Mērķis | Target | figure=target
-- column share_of_target: share | Izpilde | Share of target | figure=share_of_target | formula=cumulative / target
-- column reporting_rate: share0 | Pilnīgums | Completeness | figure=reporting_rate
-- group: point
SELECT
    COALESCE(s.point || '. apakšpunkts', 'Visas darbības') AS point_lv,
    COALESCE('Point ' || s.point, 'All activities') AS point_en,
    c.title_lv, c.title_en, c.format, v.in_period, v.cumulative, v.target, v.share_of_target, v.reporting_rate, v.figure,
    CASE WHEN v.hidden_in = 1 THEN 'hidden' WHEN v.state = 'not_reported' THEN 'not_delivered' END AS in_period_state,
    CASE WHEN v.hidden_cumulative = 1 THEN 'hidden' WHEN v.state = 'not_reported' THEN 'not_delivered' END AS cumulative_state
FROM metrics_catalogue_published AS c
JOIN metrics_value_published AS v ON v.kpi = c.kpi AND v.region = 'LV' AND v.period = :period AND v.sex = ''
LEFT JOIN ingest_point_published AS s ON s.point = c.point
WHERE c.kpi NOT LIKE 'eec%' AND c.kpi NOT IN ('incomplete_participants', 'results_on_time')
ORDER BY COALESCE(s.position, 99), c.position
