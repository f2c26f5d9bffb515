-- kind: table
-- about: indicators about people, by sex
-- title_lv: Rādītāji par cilvēkiem pēc dzimuma
-- title_en: Indicators about people, by sex
-- subtitle_lv: Kopš projekta sākuma
-- subtitle_en: Since the start of the project
-- note_lv: „…”: vērtība slēpta. Avots: dalībnieku uzskaite.
-- note_en: "…": hidden. Source: register of participants.
-- column code: text | Kods | Code
-- column name: text | Rādītājs | Indicator | role=label
-- column women: integer | Sievietes | Women | figure=women_figure:cumulative
-- column men: integer | Vīrieši | Men | figure=men_figure:cumulative
-- column other: integer | Nebināri | Non-binary | figure=other_figure:cumulative
SELECT
    i.code, i.name_lv, i.name_en,
    f.cumulative AS women, CASE WHEN f.state = 'not_reported' THEN 'not_delivered' WHEN f.hidden_cumulative THEN 'hidden' END AS women_state, f.figure AS women_figure,
    m.cumulative AS men, CASE WHEN m.state = 'not_reported' THEN 'not_delivered' WHEN m.hidden_cumulative THEN 'hidden' END AS men_state, m.figure AS men_figure,
    x.cumulative AS other, CASE WHEN x.state = 'not_reported' THEN 'not_delivered' WHEN x.hidden_cumulative THEN 'hidden' END AS other_state, x.figure AS other_figure
FROM metrics_indicator_published AS i
    JOIN metrics_value_published AS f ON f.kpi = i.kpi AND f.region = 'LV' AND f.period = :period AND f.sex = 'f'
    JOIN metrics_value_published AS m ON m.kpi = i.kpi AND m.region = 'LV' AND m.period = :period AND m.sex = 'm'
    LEFT JOIN metrics_value_published AS x ON x.kpi = i.kpi AND x.region = 'LV' AND x.period = :period AND x.sex = 'x'
ORDER BY i.code
