-- kind: value
-- about: what programme.csv says of the project
-- column start: date
-- column finish: date
-- column budget_eur: eur
-- column eu_rate: share0
SELECT
    max(CASE key WHEN 'programme.number' THEN value END) AS number,
    coalesce(max(CASE key WHEN 'programme.title_lv' THEN value END), 'Projekts Nr. ' || max(CASE key WHEN 'programme.number' THEN value END)) AS title_lv,
    CASE WHEN max(CASE key WHEN 'programme.title_lv' THEN value END) IS NULL THEN 'Project No. ' || max(CASE key WHEN 'programme.number' THEN value END)
        ELSE max(CASE key WHEN 'programme.title_en' THEN value END) END AS title_en,
    max(CASE key WHEN 'programme.beneficiary_lv' THEN value END) AS beneficiary_lv,
    max(CASE key WHEN 'programme.beneficiary_en' THEN value END) AS beneficiary_en,
    max(CASE key WHEN 'programme.measure_lv' THEN value END) AS measure_lv,
    max(CASE key WHEN 'programme.measure_en' THEN value END) AS measure_en,
    max(CASE key WHEN 'programme.start' THEN value END) AS start,
    max(CASE key WHEN 'programme.end' THEN value END) AS finish,
    CAST(max(CASE key WHEN 'programme.budget_eur' THEN value END) AS REAL) AS budget_eur,
    CAST(max(CASE key WHEN 'programme.eu_rate' THEN value END) AS REAL) AS eu_rate,
    max(CASE key WHEN 'report.prepared_by_lv' THEN value END) AS prepared_by_lv,
    max(CASE key WHEN 'report.prepared_by_en' THEN value END) AS prepared_by_en,
    max(CASE key WHEN 'report.contact' THEN value END) AS contact,
    max(CASE key WHEN 'study.author_lv' THEN value END) AS author_lv,
    max(CASE key WHEN 'study.author_en' THEN value END) AS author_en,
    max(CASE key WHEN 'study.independence_lv' THEN value END) AS independence_lv,
    max(CASE key WHEN 'study.independence_en' THEN value END) AS independence_en,
    max(CASE key WHEN 'made_up' THEN value WHEN 'programme.made_up' THEN value END) AS made_up,
    max(CASE key WHEN 'plan_sha256' THEN value END) AS plan_sha256
FROM ingest_programme_published
