-- What metrics writes. Each KPI becomes a view metrics_kpi_ID of its counted rows (made by the code).

CREATE TABLE metrics_setting (key TEXT PRIMARY KEY, value TEXT) STRICT; -- as_of, period, period_from, period_to, previous_sha256, threshold …

CREATE TABLE metrics_period (
    period TEXT PRIMARY KEY, position INTEGER NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
    grid INTEGER NOT NULL -- 1: one of the programme's periods; 0: the report's own period when it is none of them
) STRICT;

CREATE TABLE metrics_catalogue (
    kpi TEXT PRIMARY KEY, position INTEGER NOT NULL, title_lv TEXT NOT NULL, title_en TEXT NOT NULL,
    point TEXT, fold TEXT NOT NULL, unit TEXT NOT NULL, -- unit: community, person, event, eur, share, …
    format TEXT NOT NULL,    -- how reports write it: integer, decimal1, share, eur, eur2
    direction TEXT NOT NULL, about TEXT NOT NULL, sexes INTEGER NOT NULL,
    additive INTEGER NOT NULL, -- 1: regions and periods add up (each counted thing has one row); 2: within one store
    definition_lv TEXT NOT NULL, definition_en TEXT NOT NULL,
    counted_lv TEXT, counted_en TEXT, not_counted_lv TEXT, not_counted_en TEXT,
    anchor TEXT NOT NULL, file TEXT NOT NULL, sql TEXT NOT NULL
) STRICT;
-- The datasets a KPI needs: where one was expected and not delivered, the value is not reported.
CREATE TABLE metrics_dataset (kpi TEXT NOT NULL, dataset TEXT NOT NULL, PRIMARY KEY (kpi, dataset)) STRICT, WITHOUT ROWID;

-- Persons as the KPI queries see them (prepare.sql): the first record of each, its last exit, its
-- sex where known; and how many items each survey row answers.
CREATE TABLE metrics_person (
    person_id TEXT PRIMARY KEY, row INTEGER NOT NULL, region TEXT NOT NULL, entered_on TEXT NOT NULL, complete INTEGER NOT NULL,
    sex TEXT, age INTEGER, employment TEXT, education TEXT, disability INTEGER, third_country INTEGER,
    foreign_background INTEGER, minority INTEGER, homeless INTEGER, rural INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE metrics_exit (
    person_id TEXT PRIMARY KEY, row INTEGER NOT NULL, region TEXT NOT NULL, left_on TEXT NOT NULL, sex TEXT,
    result_job_search INTEGER, result_education INTEGER, result_qualification INTEGER, result_employment INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE metrics_sex (person_id TEXT PRIMARY KEY, sex TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE metrics_answer (row INTEGER PRIMARY KEY, answered INTEGER NOT NULL) STRICT;

-- Targets, each region's own row; period '*' = every period; from_on NULL: a date (to_on) or '*'.
CREATE TABLE metrics_target (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, from_on TEXT, to_on TEXT, target REAL NOT NULL,
    kind TEXT NOT NULL, basket INTEGER, own INTEGER NOT NULL -- 1: named for this region, 0: for each of the five
) STRICT;
-- What each KPI's datasets should have brought and did, by region and grid period.
CREATE TABLE metrics_reporting (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, delivered INTEGER NOT NULL,
    PRIMARY KEY (kpi, region, period)
) STRICT, WITHOUT ROWID;
-- Residents of a region (LV: the country) by period, after the latest year not after it. sex '' = all.
CREATE TABLE metrics_residents (
    region TEXT NOT NULL, period TEXT NOT NULL, sex TEXT NOT NULL, residents REAL NOT NULL, PRIMARY KEY (region, period, sex)
) STRICT, WITHOUT ROWID;

-- Exact values. region LV = the whole country; sex '' = all.
CREATE TABLE metrics_value (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, sex TEXT NOT NULL,
    in_period REAL, cumulative REAL,             -- NULL: not reported, or a ratio without base
    numerator REAL, denominator REAL,            -- of the cumulative value (ratios)
    numerator_in REAL, denominator_in REAL,      -- of the in-period value
    n_in INTEGER NOT NULL, n_cumulative INTEGER NOT NULL, -- counted rows
    persons_in INTEGER, persons_cumulative INTEGER, -- about persons: contributors, for the guard
    reporting_rate REAL,                         -- delivered / expected region-periods; NULL: nothing was expected
    state TEXT NOT NULL,                         -- ok, partial, not_reported
    target REAL, target_kind TEXT, target_on TEXT, share_of_target REAL, basket INTEGER,
    figure TEXT NOT NULL,                        -- kpi.ID.REGION.PERIOD[.SEX]
    PRIMARY KEY (kpi, region, period, sex)
) STRICT, WITHOUT ROWID;

-- Sums and reconciliations that are tested on every run. holds: 1, 0.
CREATE TABLE metrics_check (
    check_id TEXT NOT NULL, kpi TEXT, region TEXT, period TEXT, expected REAL, found REAL, holds INTEGER NOT NULL,
    text_lv TEXT NOT NULL, text_en TEXT NOT NULL
) STRICT;

-- Disclosure control: every cell hidden in a published table, and what an outsider can still deduce.
CREATE TABLE metrics_disclosure (
    table_name TEXT NOT NULL, cell TEXT NOT NULL, field TEXT NOT NULL, reason TEXT NOT NULL, low REAL, high REAL,
    PRIMARY KEY (table_name, cell, field)
) STRICT;

-- Published: as metrics_value, with hidden values NULL and hidden_* = 1 there. _authority has the same columns, nothing hidden.
CREATE TABLE metrics_value_published (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, sex TEXT NOT NULL,
    in_period REAL, cumulative REAL, hidden_in INTEGER NOT NULL, hidden_cumulative INTEGER NOT NULL,
    numerator REAL, denominator REAL, per_10k REAL, per_10k_in REAL, residents REAL,
    reporting_rate REAL, state TEXT NOT NULL,
    target REAL, target_kind TEXT, target_on TEXT, share_of_target REAL, basket INTEGER,
    figure TEXT NOT NULL, PRIMARY KEY (kpi, region, period, sex)
) STRICT, WITHOUT ROWID;
CREATE TABLE metrics_value_authority (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, sex TEXT NOT NULL,
    in_period REAL, cumulative REAL, hidden_in INTEGER NOT NULL, hidden_cumulative INTEGER NOT NULL,
    numerator REAL, denominator REAL, per_10k REAL, per_10k_in REAL, residents REAL,
    reporting_rate REAL, state TEXT NOT NULL,
    target REAL, target_kind TEXT, target_on TEXT, share_of_target REAL, basket INTEGER,
    figure TEXT NOT NULL, PRIMARY KEY (kpi, region, period, sex)
) STRICT, WITHOUT ROWID;
CREATE TABLE metrics_catalogue_published (
    kpi TEXT, position INTEGER, title_lv TEXT, title_en TEXT, point TEXT, fold TEXT, unit TEXT, format TEXT,
    direction TEXT, about TEXT, sexes INTEGER, definition_lv TEXT, definition_en TEXT, additive INTEGER,
    counted_lv TEXT, counted_en TEXT, not_counted_lv TEXT, not_counted_en TEXT, anchor TEXT
) STRICT;
CREATE TABLE metrics_period_published (period TEXT, position INTEGER, from_on TEXT, to_on TEXT, grid INTEGER) STRICT;
CREATE TABLE metrics_setting_published (key TEXT, value TEXT) STRICT; -- as_of, period, period_from, period_to, previous_period, threshold
CREATE TABLE metrics_check_published (
    check_id TEXT, kpi TEXT, region TEXT, period TEXT, expected REAL, found REAL, holds INTEGER, text_lv TEXT, text_en TEXT
) STRICT;
-- Money: by project activity and by budget line, in the report's period and cumulative.
CREATE TABLE metrics_expense_published (
    kind TEXT, id TEXT, title_lv TEXT, title_en TEXT, budget REAL, in_period REAL, cumulative REAL, share REAL,
    eu_in REAL, eu_cumulative REAL, figure TEXT -- kind: activity, line, activity_total, line_total
) STRICT;
-- Municipalities: what the coverage map shows. Supported communities and approved initiatives at as-of.
CREATE TABLE metrics_municipality_published (
    atvk TEXT, name_lv TEXT, short_lv TEXT, region TEXT, tile_column INTEGER, tile_row INTEGER,
    communities REAL, initiatives REAL, granted_eur REAL, residents REAL, figure TEXT
) STRICT;
-- Initiatives by theme (and applicant): counts and money at as-of.
CREATE TABLE metrics_initiative_published (
    breakdown TEXT, code TEXT, title_lv TEXT, title_en TEXT, region TEXT, approved REAL, completed REAL,
    granted_eur REAL, spent_eur REAL, volunteer_hours REAL, figure TEXT -- breakdown: theme, applicant, stage
) STRICT;
-- The indicators of the agreement (dataset indicator) with their values at the report's period.
CREATE TABLE metrics_indicator_published (
    code TEXT, name_lv TEXT, name_en TEXT, unit_lv TEXT, unit_en TEXT, kind TEXT, kpi TEXT, format TEXT, baseline REAL, baseline_year INTEGER,
    milestone REAL, target REAL, source TEXT, in_period REAL, cumulative REAL, hidden_in INTEGER, hidden_cumulative INTEGER,
    share_of_milestone REAL, share_of_target REAL, state TEXT, figure TEXT
) STRICT;
CREATE TABLE metrics_indicator_authority (
    code TEXT, name_lv TEXT, name_en TEXT, unit_lv TEXT, unit_en TEXT, kind TEXT, kpi TEXT, format TEXT, baseline REAL, baseline_year INTEGER,
    milestone REAL, target REAL, source TEXT, in_period REAL, cumulative REAL, hidden_in INTEGER, hidden_cumulative INTEGER,
    share_of_milestone REAL, share_of_target REAL, state TEXT, figure TEXT
) STRICT;
-- Values of the store given by --previous, for the periods that both have (same first and last day).
CREATE TABLE metrics_previous (
    kpi TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, sex TEXT NOT NULL, in_period REAL, cumulative REAL,
    hidden_in INTEGER NOT NULL, hidden_cumulative INTEGER NOT NULL, -- hidden in what was published then
    PRIMARY KEY (kpi, region, period, sex)
) STRICT, WITHOUT ROWID;
-- Reconciliation. previous: expected = cumulative now less the previous store's cumulative before the period,
-- found = in period. approved: expected = what CFLA approved (item: indicator code or budget line), found = ours.
-- Rows behind a difference, by reason, and what they add to it (NULL where it cannot be added up).
CREATE TABLE metrics_reconciliation (
    source TEXT NOT NULL, kpi TEXT, item TEXT NOT NULL, region TEXT NOT NULL, period TEXT NOT NULL, sex TEXT NOT NULL,
    expected REAL, found REAL, difference REAL, holds INTEGER NOT NULL,
    late INTEGER, resubmitted INTEGER, withdrawn INTEGER, definition INTEGER,
    late_effect REAL, resubmitted_effect REAL, withdrawn_effect REAL, figure TEXT,
    PRIMARY KEY (source, item, region, period, sex)
) STRICT, WITHOUT ROWID;
-- Published: of KPIs about persons only whether it holds.
CREATE TABLE metrics_reconciliation_published (
    source TEXT, kpi TEXT, item TEXT, region TEXT, period TEXT, sex TEXT, expected REAL, found REAL, difference REAL, holds INTEGER,
    late INTEGER, resubmitted INTEGER, withdrawn INTEGER, definition INTEGER,
    late_effect REAL, resubmitted_effect REAL, withdrawn_effect REAL, title_lv TEXT, title_en TEXT, figure TEXT
) STRICT;
CREATE TABLE metrics_reconciliation_authority (
    source TEXT, kpi TEXT, item TEXT, region TEXT, period TEXT, sex TEXT, expected REAL, found REAL, difference REAL, holds INTEGER,
    late INTEGER, resubmitted INTEGER, withdrawn INTEGER, definition INTEGER,
    late_effect REAL, resubmitted_effect REAL, withdrawn_effect REAL, title_lv TEXT, title_en TEXT, figure TEXT
) STRICT;
-- How far the programme has reached: municipalities with and without a supported community at as-of, and the share of
-- residents who live in those without (NULL where residents are not known). LV and the regions.
CREATE TABLE metrics_coverage_published (
    region TEXT, municipalities REAL, with_community REAL, without_community REAL, residents_share_without REAL, figure TEXT
) STRICT;
