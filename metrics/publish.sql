-- What leaves the house. _authority: everything; _published: without the cells of metrics_disclosure,
-- and without what could be worked out from them (rates, shares of targets, numerators).
INSERT INTO metrics_value_authority
SELECT v.kpi, v.region, v.period, v.sex, v.in_period, v.cumulative, 0, 0, v.numerator, v.denominator,
    CASE WHEN c.fold <> 'ratio' THEN v.cumulative * 10000.0 / r.residents END,
    CASE WHEN c.fold <> 'ratio' THEN v.in_period * 10000.0 / r.residents END,
    r.residents, v.reporting_rate, v.state, v.target, v.target_kind, v.target_on, v.share_of_target, v.basket, v.figure
FROM metrics_value AS v
JOIN metrics_catalogue AS c ON c.kpi = v.kpi
LEFT JOIN metrics_residents AS r ON r.region = v.region AND r.period = v.period AND r.sex = v.sex;

INSERT INTO metrics_value_published
SELECT v.kpi, v.region, v.period, v.sex,
    CASE WHEN i.cell IS NULL THEN v.in_period END, CASE WHEN t.cell IS NULL THEN v.cumulative END,
    i.cell IS NOT NULL, t.cell IS NOT NULL,
    CASE WHEN t.cell IS NULL THEN v.numerator END, CASE WHEN t.cell IS NULL THEN v.denominator END,
    CASE WHEN t.cell IS NULL THEN v.per_10k END, CASE WHEN i.cell IS NULL THEN v.per_10k_in END,
    v.residents, v.reporting_rate, v.state, v.target, v.target_kind, v.target_on,
    CASE WHEN (v.target_kind = 'cumulative' AND t.cell IS NULL) OR (v.target_kind = 'incremental' AND i.cell IS NULL)
        THEN v.share_of_target END,
    v.basket, v.figure
FROM metrics_value_authority AS v
LEFT JOIN metrics_disclosure AS i ON i.table_name = 'metrics_value' AND i.cell = v.figure AND i.field = 'in_period'
LEFT JOIN metrics_disclosure AS t ON t.table_name = 'metrics_value' AND t.cell = v.figure AND t.field = 'cumulative';

INSERT INTO metrics_catalogue_published
SELECT kpi, position, title_lv, title_en, point, fold, unit, format, direction, about, sexes, definition_lv, definition_en,
    additive, counted_lv, counted_en, not_counted_lv, not_counted_en, anchor
FROM metrics_catalogue
ORDER BY position;

INSERT INTO metrics_period_published
SELECT period, position, from_on, to_on, grid FROM metrics_period ORDER BY position;
INSERT INTO metrics_setting_published
SELECT key, value FROM metrics_setting ORDER BY key;
-- Of a check about persons only whether it holds leaves the house.
INSERT INTO metrics_check_published
SELECT check_id, k.kpi, region, period,
    CASE WHEN c.about = 'things' THEN expected END, CASE WHEN c.about = 'things' THEN found END, holds, text_lv, text_en
FROM metrics_check AS k
LEFT JOIN metrics_catalogue AS c ON c.kpi = k.kpi
GROUP BY check_id, k.kpi, region, period, holds
ORDER BY check_id, k.kpi, region, period;

-- Money by point of the project and by budget line. A flat-rate line without expenses of its own is its
-- rate of the lines it stands on.
INSERT INTO metrics_expense_published
WITH day AS (
    SELECT
        (SELECT value FROM metrics_setting WHERE key = 'period_from') AS from_on,
        min((SELECT value FROM metrics_setting WHERE key = 'period_to'),
            (SELECT value FROM metrics_setting WHERE key = 'as_of')) AS to_on,
        (SELECT value FROM metrics_setting WHERE key = 'as_of') AS as_of,
        (SELECT CAST(value AS REAL) FROM ingest_programme WHERE key = 'programme.eu_rate') AS eu_rate
), expense AS (
    SELECT e.activity, e.line, e.eligible_eur,
        CASE WHEN e.paid_on BETWEEN d.from_on AND d.to_on THEN e.eligible_eur END AS in_eur
    FROM ingest_expense AS e
    JOIN day AS d ON e.paid_on <= d.as_of
), point AS (
    SELECT 'activity' AS kind, p.point AS id, p.position, p.title_lv, p.title_en,
        (SELECT exact_sum(b.amount_eur) FROM ingest_budget AS b WHERE b.activity = p.point) AS budget,
        (SELECT COALESCE(exact_sum(e.in_eur), 0) FROM expense AS e WHERE e.activity = p.point) AS in_period,
        (SELECT COALESCE(exact_sum(e.eligible_eur), 0) FROM expense AS e WHERE e.activity = p.point) AS cumulative
    FROM ingest_point AS p
), direct AS (
    SELECT b.line, b.row AS position, b.title_lv, b.title_en, b.cost_kind, b.rate, b.base_lines, b.amount_eur,
        (SELECT exact_sum(e.in_eur) FROM expense AS e WHERE e.line = b.line) AS in_eur,
        (SELECT exact_sum(e.eligible_eur) FROM expense AS e WHERE e.line = b.line) AS all_eur
    FROM ingest_budget AS b
), flat AS (
    SELECT d.line, exact_sum(s.in_eur) AS in_eur, exact_sum(s.all_eur) AS all_eur
    FROM direct AS d
    JOIN json_each('["' || replace(replace(d.base_lines, '"', ''), ';', '","') || '"]') AS j
    JOIN direct AS s ON s.line = trim(j.value)
    WHERE d.cost_kind = 'flat_rate' AND d.rate IS NOT NULL AND d.base_lines IS NOT NULL
    GROUP BY d.line
), line AS (
    SELECT 'line' AS kind, d.line AS id, d.position, d.title_lv, COALESCE(d.title_en, d.title_lv) AS title_en, d.amount_eur AS budget,
        COALESCE(CASE WHEN d.all_eur IS NULL THEN f.in_eur * d.rate ELSE d.in_eur END, 0) AS in_period,
        COALESCE(CASE WHEN d.all_eur IS NULL THEN f.all_eur * d.rate ELSE d.all_eur END, 0) AS cumulative
    FROM direct AS d
    LEFT JOIN flat AS f ON f.line = d.line
), all_rows AS (
    SELECT 1 AS part, kind, id, position, title_lv, title_en, budget, in_period, cumulative FROM point
    UNION ALL
    SELECT 2, 'activity_total', 'total', 0, 'Kopā', 'Total', exact_sum(budget), exact_sum(in_period), exact_sum(cumulative) FROM point
    UNION ALL
    SELECT 3, kind, id, position, title_lv, title_en, budget, in_period, cumulative FROM line
    UNION ALL
    SELECT 4, 'line_total', 'total', 0, 'Kopā', 'Total', exact_sum(budget), exact_sum(in_period), exact_sum(cumulative)
    FROM line HAVING count(*) > 0
)
SELECT r.kind, r.id, r.title_lv, r.title_en, r.budget, r.in_period, r.cumulative,
    CASE WHEN r.budget > 0 THEN r.cumulative / r.budget END,
    r.in_period * d.eu_rate, r.cumulative * d.eu_rate, 'expense.' || r.kind || '.' || r.id
FROM all_rows AS r
CROSS JOIN day AS d
ORDER BY r.part, r.position;

-- What the coverage map shows: things, never persons.
INSERT INTO metrics_municipality_published
WITH day AS (
    SELECT value AS as_of FROM metrics_setting WHERE key = 'as_of'
), community AS (
    SELECT c.municipality, count(DISTINCT c.community_id) AS n
    FROM ingest_community AS c
    JOIN day AS d ON c.supported_from <= d.as_of AND (c.supported_to IS NULL OR c.supported_to > d.as_of)
    GROUP BY c.municipality
), initiative AS (
    SELECT i.municipality, count(*) AS n, exact_sum(i.granted_eur) AS granted_eur
    FROM ingest_initiative AS i
    JOIN day AS d ON i.decided_on <= d.as_of
    WHERE i.decision = 'approved'
    GROUP BY i.municipality
), resident AS (
    SELECT p.atvk, exact_sum(p.residents) AS residents
    FROM ingest_population AS p
    JOIN (
        SELECT q.atvk, max(q.year) AS year
        FROM ingest_population AS q
        JOIN day AS d ON q.year <= CAST(substr(d.as_of, 1, 4) AS INTEGER)
        GROUP BY q.atvk
    ) AS y ON y.atvk = p.atvk AND y.year = p.year
    GROUP BY p.atvk
)
SELECT m.atvk, m.name_lv, m.short_lv, m.region, m.tile_column, m.tile_row,
    COALESCE(c.n, 0), COALESCE(i.n, 0), COALESCE(i.granted_eur, 0), r.residents, 'municipality.' || m.atvk
FROM ingest_municipality AS m
JOIN day AS d ON m.valid_to IS NULL OR m.valid_to > d.as_of
LEFT JOIN community AS c ON c.municipality = m.atvk
LEFT JOIN initiative AS i ON i.municipality = m.atvk
LEFT JOIN resident AS r ON r.atvk = m.atvk
WHERE (m.valid_from IS NULL OR m.valid_from <= d.as_of) AND m.tile_column IS NOT NULL
ORDER BY m.region, m.atvk;

INSERT INTO metrics_coverage_published
WITH place AS (
    SELECT region, communities, residents FROM metrics_municipality_published
    UNION ALL
    SELECT 'LV', communities, residents FROM metrics_municipality_published
)
SELECT region, count(*), sum(communities > 0), sum(communities = 0),
    CASE WHEN count(residents) = count(*) THEN COALESCE(exact_sum(CASE WHEN communities = 0 THEN residents END), 0)
        / exact_sum(residents) END,
    'coverage.' || region
FROM place
GROUP BY region
ORDER BY region;

INSERT INTO metrics_initiative_published
WITH code (breakdown, position, code, title_lv, title_en) AS (
    VALUES
        ('theme', 1, 'neighbours', 'Kaimiņu sadarbība', 'Neighbours working together'),
        ('theme', 2, 'skills', 'Prasmes un zināšanas', 'Skills and knowledge'),
        ('theme', 3, 'crisis_equipment', 'Aprīkojums krīzes situācijām', 'Equipment for crises'),
        ('theme', 4, 'other', 'Cita tēma', 'Other theme'),
        ('theme', 5, '', 'Tēma nav norādīta', 'Theme not given'),
        ('applicant', 1, 'legal_person', 'Juridiskas personas', 'Legal persons'),
        ('applicant', 2, 'natural_person', 'Fiziskas personas', 'Natural persons'),
        ('applicant', 3, 'informal_group', 'Neformālas grupas', 'Informal groups'),
        ('stage', 1, 'new', 'Jaunas kopienas', 'New communities'),
        ('stage', 2, 'mature', 'Nobriedušas kopienas', 'Mature communities'),
        ('stage', 3, '', 'Posms nav norādīts', 'Stage not given')
), day AS (
    SELECT value AS as_of FROM metrics_setting WHERE key = 'as_of'
), initiative AS (
    SELECT i.*, COALESCE(i.decision = 'approved' AND i.decided_on <= d.as_of, 0) AS is_approved,
        COALESCE(i.status = 'completed' AND i.ends_on <= d.as_of, 0) AS is_completed
    FROM ingest_initiative AS i
    CROSS JOIN day AS d
), place AS (
    SELECT region, position FROM ingest_region WHERE region <> 'LV'
    UNION ALL
    SELECT 'LV', 99
)
SELECT c.breakdown, c.code, c.title_lv, c.title_en, p.region,
    COALESCE(sum(i.is_approved), 0), COALESCE(sum(i.is_completed), 0),
    COALESCE(exact_sum(CASE WHEN i.is_approved THEN i.granted_eur END), 0),
    COALESCE(exact_sum(CASE WHEN i.is_completed THEN i.spent_eur END), 0),
    COALESCE(exact_sum(CASE WHEN i.is_completed THEN i.volunteer_hours END), 0),
    'initiative.' || c.breakdown || '.' || CASE c.code WHEN '' THEN 'none' ELSE c.code END || '.' || p.region
FROM code AS c
CROSS JOIN place AS p
LEFT JOIN initiative AS i ON (p.region = 'LV' OR i.region = p.region)
    AND COALESCE(CASE c.breakdown WHEN 'theme' THEN i.theme WHEN 'applicant' THEN i.applicant ELSE i.stage END, '') = c.code
GROUP BY c.breakdown, c.code, p.region
ORDER BY c.breakdown DESC, c.position, p.position;

-- The indicators of the agreement, at the report's period, for the whole country.
INSERT INTO metrics_indicator_authority
SELECT n.code, n.name_lv, COALESCE(n.name_en, n.name_lv), n.unit_lv, COALESCE(n.unit_en, n.unit_lv), n.kind, n.kpi, c.format,
    n.baseline, n.baseline_year, n.milestone, n.target, n.source, v.in_period, v.cumulative, 0, 0,
    CASE WHEN n.milestone <> 0 THEN v.cumulative / n.milestone END,
    CASE WHEN n.target <> 0 THEN v.cumulative / n.target END, v.state, v.figure
FROM ingest_indicator AS n
JOIN metrics_setting AS s ON s.key = 'period'
LEFT JOIN metrics_catalogue AS c ON c.kpi = n.kpi
LEFT JOIN metrics_value AS v ON v.kpi = n.kpi AND v.region = 'LV' AND v.period = s.value AND v.sex = ''
ORDER BY n.row;

INSERT INTO metrics_indicator_published
SELECT n.code, n.name_lv, n.name_en, n.unit_lv, n.unit_en, n.kind, n.kpi, n.format, n.baseline, n.baseline_year, n.milestone,
    n.target, n.source, v.in_period, v.cumulative, COALESCE(v.hidden_in, 0), COALESCE(v.hidden_cumulative, 0),
    CASE WHEN v.hidden_cumulative = 0 THEN n.share_of_milestone END,
    CASE WHEN v.hidden_cumulative = 0 THEN n.share_of_target END, n.state, n.figure
FROM metrics_indicator_authority AS n
LEFT JOIN metrics_value_published AS v ON v.figure = n.figure;

INSERT INTO metrics_reconciliation_authority
SELECT r.source, r.kpi, r.item, r.region, r.period, r.sex, r.expected, r.found, r.difference, r.holds, r.late, r.resubmitted,
    r.withdrawn, r.definition, r.late_effect, r.resubmitted_effect, r.withdrawn_effect,
    COALESCE(n.name_lv, b.title_lv, c.title_lv, r.item), COALESCE(n.name_en, n.name_lv, b.title_en, b.title_lv, c.title_en, r.item),
    r.figure
FROM metrics_reconciliation AS r
LEFT JOIN metrics_catalogue AS c ON c.kpi = r.kpi
LEFT JOIN ingest_indicator AS n ON r.source = 'approved' AND n.code = r.item
LEFT JOIN ingest_budget AS b ON r.source = 'approved' AND b.line = r.item
ORDER BY r.source, r.period, COALESCE(c.position, 0), r.item, r.region, r.sex;

INSERT INTO metrics_reconciliation_published
SELECT a.source, a.kpi, a.item, a.region, a.period, a.sex,
    CASE WHEN c.about = 'persons' THEN NULL ELSE a.expected END, CASE WHEN c.about = 'persons' THEN NULL ELSE a.found END,
    CASE WHEN c.about = 'persons' THEN NULL ELSE a.difference END, a.holds,
    CASE WHEN c.about = 'persons' THEN NULL ELSE a.late END, CASE WHEN c.about = 'persons' THEN NULL ELSE a.resubmitted END,
    CASE WHEN c.about = 'persons' THEN NULL ELSE a.withdrawn END, a.definition,
    CASE WHEN c.about = 'persons' THEN NULL ELSE a.late_effect END,
    CASE WHEN c.about = 'persons' THEN NULL ELSE a.resubmitted_effect END,
    CASE WHEN c.about = 'persons' THEN NULL ELSE a.withdrawn_effect END, a.title_lv, a.title_en, a.figure
FROM metrics_reconciliation_authority AS a
LEFT JOIN metrics_catalogue AS c ON c.kpi = a.kpi;
