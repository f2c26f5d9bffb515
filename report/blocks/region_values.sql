-- kind: table
-- about: a region's values beside the national rate per 10 000 residents
-- title_lv: Reģiona rādītāji
-- title_en: Values of the region
-- subtitle_lv: Periodā, kopš projekta sākuma un uz 10 000 iedzīvotāju; līdzās – valstī kopā
-- subtitle_en: In the period, since the start and per 10,000 residents; beside it the whole country
-- note_lv: „n. i.”: dati nav iesniegti; tas nav nulle. „…”: slēpts. Avots: centra dati un iedzīvotāju skaits.
-- note_en: "n/d": not delivered, which is not zero. "…": hidden. Source: the centre's data and population.
-- group: point
-- column point: word:point | Apakšpunkts | Point | hidden
-- column title: text | Rādītājs | Indicator | role=label
-- column in_period: by:format | Periodā | In the period | figure=in_period
-- column cumulative: by:format | Kopš sākuma | Since the start | main | figure=cumulative
-- column per_10k: decimal2 | Uz 10 000 iedzīvotāju | Per 10,000 residents | figure=per_10k
-- column national: decimal2 | Valstī uz 10 000 | Country per 10,000 | figure=national_figure:per_10k
SELECT
    c.point, c.title_lv, c.title_en, c.format, v.in_period, v.cumulative, v.per_10k, n.per_10k AS national, v.figure, n.figure AS national_figure,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_in THEN 'hidden' END AS in_period_state,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state
FROM metrics_value_published AS v
    JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
    LEFT JOIN metrics_value_published AS n ON n.kpi = v.kpi AND n.region = 'LV' AND n.period = v.period AND n.sex = ''
WHERE v.region = :region AND v.period = :period AND v.sex = ''
    AND c.kpi NOT LIKE 'eec%' AND c.kpi NOT IN ('method_milestones', 'criteria_milestones') AND c.point IS NOT NULL AND NOT (coalesce(v.cumulative, 0) = 0 AND coalesce(n.cumulative, 0) = 0)
AND instr(c.point, ',') = 0
ORDER BY CASE WHEN c.point LIKE '24.%' THEN 0 WHEN c.point = 'all' THEN 1 ELSE 2 END, length(c.point), c.point, c.position
