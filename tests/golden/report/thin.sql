-- First period: nothing but the project, empty values, one region silent, no targets, no survey.
INSERT INTO metrics_value_published
    (kpi, region, period, sex, in_period, cumulative, hidden_in, hidden_cumulative, state, figure)
SELECT c.kpi, r.region, '2027H2', '', CASE WHEN c.fold = 'ratio' OR r.region = 'zemgale' THEN NULL ELSE 0 END,
    CASE WHEN c.fold = 'ratio' OR r.region = 'zemgale' THEN NULL ELSE 0 END, 0, 0,
    CASE r.region WHEN 'zemgale' THEN 'not_reported' ELSE 'ok' END, 'kpi.' || c.kpi || '.' || r.region || '.2027H2'
FROM metrics_catalogue_published AS c, (SELECT region FROM ingest_region_published UNION ALL SELECT 'LV') AS r;
INSERT INTO metrics_value_authority SELECT * FROM metrics_value_published;
