-- kind: lines
-- about: approved and completed initiatives by period
-- title_lv: Iniciatīvu gaita pa periodiem
-- title_en: Initiatives by period
-- subtitle_lv: Kopš projekta sākuma apstiprinātās un pabeigtās iniciatīvas
-- subtitle_en: Approved and completed since the start of the project
-- empty_lv: Vērtību pa periodiem vēl nav.
-- empty_en: There are no values by period yet.
-- note_lv: Periods ir programmas pārskata periods. Avots: iniciatīvu saraksti.
-- note_en: A period is a reporting period of the programme. Source: lists of initiatives.
-- column to_on: date | Perioda beigas | End of period | role=date
-- column title: text | Rādītājs | Indicator | role=series
-- column cumulative: integer | Kopš sākuma | Since the start | role=y | figure=cumulative
SELECT p.to_on, c.title_lv, c.title_en, v.cumulative, v.figure,
    CASE WHEN v.state = 'not_reported' THEN 'not_delivered' WHEN v.hidden_cumulative THEN 'hidden' END AS cumulative_state
FROM metrics_value_published AS v
    JOIN metrics_period_published AS p ON p.period = v.period AND p.grid
    JOIN metrics_catalogue_published AS c ON c.kpi = v.kpi
WHERE v.kpi IN ('initiatives_approved', 'initiatives_completed') AND v.region = :region AND v.sex = ''
ORDER BY c.position, p.position
