-- kind: value
-- about: identity, texts and settings of the programme as one row
-- column as_of: date | Dati līdz | Data up to
-- column start_on: date | Sākums | Start
-- column end_on: date | Beigas | End
-- column budget: eur | Budžets | Budget
-- column eu_rate: share0 | ES daļa | EU share
WITH programme AS (
    SELECT
        MAX(CASE key WHEN 'programme.number' THEN value END) AS number,
        MAX(CASE key WHEN 'programme.title_lv' THEN value END) AS title_lv,
        MAX(CASE key WHEN 'programme.title_en' THEN value END) AS title_en,
        MAX(CASE key WHEN 'programme.beneficiary_lv' THEN value END) AS beneficiary_lv,
        MAX(CASE key WHEN 'programme.beneficiary_en' THEN value END) AS beneficiary_en,
        MAX(CASE key WHEN 'programme.measure_lv' THEN value END) AS measure_lv,
        MAX(CASE key WHEN 'programme.measure_en' THEN value END) AS measure_en,
        MAX(CASE key WHEN 'programme.start' THEN value END) AS start_on,
        MAX(CASE key WHEN 'programme.end' THEN value END) AS end_on,
        MAX(CASE key WHEN 'programme.budget_eur' THEN CAST(value AS REAL) END) AS budget,
        MAX(CASE key WHEN 'programme.eu_rate' THEN CAST(value AS REAL) END) AS eu_rate,
        MAX(CASE key WHEN 'study.author_lv' THEN value END) AS author_lv,
        MAX(CASE key WHEN 'study.author_en' THEN value END) AS author_en,
        MAX(CASE key WHEN 'study.independence_lv' THEN value END) AS independence_lv,
        MAX(CASE key WHEN 'study.independence_en' THEN value END) AS independence_en,
        MAX(CASE key WHEN 'report.contact' THEN value END) AS contact,
        MAX(CASE key WHEN 'report.draft' THEN value END) AS draft,
        MAX(CASE key WHEN 'privacy.threshold' THEN CAST(value AS INTEGER) END) AS threshold,
        MAX(CASE key WHEN 'privacy.area_threshold' THEN CAST(value AS INTEGER) END) AS area_threshold,
        MAX(CASE key WHEN 'made_up' THEN value END) AS made_up
    FROM ingest_programme_published
),
setting AS (
    SELECT
        MAX(CASE key WHEN 'as_of' THEN value END) AS as_of,
        MAX(CASE key WHEN 'period' THEN value END) AS period,
        MAX(CASE key WHEN 'period_from' THEN value END) AS from_on,
        MAX(CASE key WHEN 'period_to' THEN value END) AS to_on,
        MAX(CASE key WHEN 'made_up' THEN value END) AS setting_made_up
    FROM metrics_setting_published
)
SELECT
    number, title_lv, title_en, beneficiary_lv, beneficiary_en, measure_lv, measure_en,
    start_on, end_on, budget, eu_rate, author_lv, author_en, independence_lv, independence_en,
    contact, draft, threshold, area_threshold, COALESCE(made_up, setting_made_up, '0') AS made_up,
    as_of, period, from_on, to_on, SUBSTR(as_of, 1, 4) AS as_of_year
FROM programme, setting
