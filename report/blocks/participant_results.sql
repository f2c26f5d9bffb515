-- kind: table
-- about: ESF+ common immediate result indicators by sex
-- title_lv: ESF+ dalībnieki pēc tūlītējiem rezultāta rādītājiem
-- title_en: ESF+ participants by immediate result
-- subtitle_lv: Cilvēki, kas pabeidza dalību, pēc rezultāta četru nedēļu laikā
-- subtitle_en: People who left, by result within four weeks
-- note_lv: Rādītāji ziņoti, kā prasa regula; tie nav programmas ietekme uz nodarbinātību. „…”: vērtība slēpta. Avots: dalībnieku uzskaite.
-- note_en: Reported as the regulation asks; they are not the effect of the programme on employment. "…": hidden. Source: register of participants.
-- empty_lv: Par dalību pabeigušajiem datu vēl nav.
-- empty_en: There are no data yet on people who left.
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
WHERE c.kpi LIKE 'eecr%'
ORDER BY CASE c.kpi WHEN 'esf_participants' THEN 'eeco01' ELSE c.kpi END
