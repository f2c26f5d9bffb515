-- kind: value
-- about: the ten supportable activities with the regulation's words and the project's own number
SELECT
    p.point, p.position, p.title_lv, p.title_en, a.project_activity, a.result_lv, a.planned,
    (SELECT count(*) FROM metrics_catalogue_published AS c WHERE c.point = p.point) AS kpis,
    (SELECT count(*) FROM ingest_milestone_published AS m WHERE m.activity = p.point) AS milestones
FROM ingest_point_published AS p
    LEFT JOIN ingest_activity_published AS a ON a.point = p.point
        AND a.project_activity = (SELECT min(x.project_activity) FROM ingest_activity_published AS x WHERE x.point = p.point)
ORDER BY p.position
