-- kind: table
-- about: ESF+ common output indicators by sex
-- title_lv: ESF+ dalībnieki pēc kopīgajiem iznākuma rādītājiem
-- title_en: ESF+ participants by common output indicator
-- subtitle_lv: Cilvēki ar pilnīgu ierakstu, kopš projekta sākuma; periodā – iesaistījušies pārskata periodā
-- subtitle_en: People with a complete record, since the start; in the period: those who entered in it
-- note_lv: „…”: vērtība slēpta, lai nevarētu pazīt cilvēku vai aprēķināt citu slēptu vērtību. Viens cilvēks skaitīts vienreiz. Avots: dalībnieku uzskaite.
-- note_en: "…": hidden so that no person can be recognised and no other hidden value computed. A person is counted once. Source: register of participants.
-- empty_lv: Dalībnieku uzskaite nav iesniegta.
-- empty_en: No register of participants was delivered.
-- column code: text | Kods | Code
-- column title: text | Rādītājs | Indicator | role=label
-- column in_period: integer | Periodā | In the period | figure=in_period
-- column cumulative: integer | Kopš sākuma | Since the start | main | figure=cumulative
-- column women: integer | Sievietes | Women | figure=women_figure:cumulative
-- column men: integer | Vīrieši | Men | figure=men_figure:cumulative
-- column other: integer | Nebināri | Non-binary | figure=other_figure:cumulative
SELECT
    CASE c.kpi WHEN 'esf_participants' THEN 'EECO01' ELSE upper(c.kpi) END AS code, c.title_lv, c.title_en,
    v.in_period, v.cumulative, v.figure,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_in THEN 'hidden' END AS in_period_state,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state,
    f.cumulative AS women, CASE WHEN f.state = 'not_reported' THEN 'not_delivered' WHEN f.hidden_cumulative THEN 'hidden' END AS women_state, f.figure AS women_figure,
    m.cumulative AS men, CASE WHEN m.state = 'not_reported' THEN 'not_delivered' WHEN m.hidden_cumulative THEN 'hidden' END AS men_state, m.figure AS men_figure,
    x.cumulative AS other, CASE WHEN x.state = 'not_reported' THEN 'not_delivered' WHEN x.hidden_cumulative THEN 'hidden' END AS other_state, x.figure AS other_figure
FROM metrics_catalogue_published AS c
    JOIN metrics_value_published AS v ON v.kpi = c.kpi AND v.region = 'LV' AND v.period = :period AND v.sex = ''
    LEFT JOIN metrics_value_published AS f ON f.kpi = c.kpi AND f.region = 'LV' AND f.period = :period AND f.sex = 'f'
    LEFT JOIN metrics_value_published AS m ON m.kpi = c.kpi AND m.region = 'LV' AND m.period = :period AND m.sex = 'm'
    LEFT JOIN metrics_value_published AS x ON x.kpi = c.kpi AND x.region = 'LV' AND x.period = :period AND x.sex = 'x'
WHERE c.kpi = 'esf_participants' OR c.kpi LIKE 'eeco%'
ORDER BY CASE c.kpi WHEN 'esf_participants' THEN 'eeco01' ELSE c.kpi END
