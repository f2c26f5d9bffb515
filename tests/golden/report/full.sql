-- A full period: values, targets, forecasts, hidden cells, deliveries, narratives, estimates.
INSERT INTO metrics_setting_published (key, value) VALUES ('previous_period', '2027H1');
INSERT INTO ingest_programme_published (key, value) VALUES
    ('report.prepared_by_lv', 'Projekta vadības grupa'), ('report.prepared_by_en', 'Project management group'),
    ('report.contact', 'projekts@example.org'), ('plan_sha256', 'abc123');

CREATE TEMP TABLE raw (kpi, region, before_in, before_all, now_in, now_all, target, probability);
INSERT INTO raw VALUES
    ('communities_supported', 'LV', 20, 100, 21, 121, 210, 0.47), ('communities_supported', 'kurzeme', 4, 20, 5, 25, NULL, NULL), ('communities_supported', 'latgale', 4, 20, 4, 24, NULL, NULL), ('communities_supported', 'riga', 4, 20, 4, 24, NULL, NULL), ('communities_supported', 'vidzeme', 4, 20, 4, 24, NULL, NULL), ('communities_supported', 'zemgale', 4, 20, 4, 24, NULL, NULL),
    ('initiatives_approved', 'LV', 30, 95, 41, 136, 420, 0.86), ('initiatives_approved', 'kurzeme', 6, 20, 12, 41, NULL, NULL), ('initiatives_approved', 'latgale', 6, 19, 9, 25, NULL, NULL), ('initiatives_approved', 'riga', 6, 19, 7, 24, NULL, NULL), ('initiatives_approved', 'vidzeme', 6, 19, 7, 23, NULL, NULL), ('initiatives_approved', 'zemgale', 6, 18, 6, 23, NULL, NULL),
    ('initiatives_completed', 'LV', 28, 55, 41, 96, 120, 0.05), ('initiatives_completed', 'kurzeme', 6, 11, 9, 21, NULL, NULL), ('initiatives_completed', 'latgale', 6, 11, 8, 19, NULL, NULL), ('initiatives_completed', 'riga', 6, 11, 8, 19, NULL, NULL), ('initiatives_completed', 'vidzeme', 5, 11, 8, 19, NULL, NULL), ('initiatives_completed', 'zemgale', 5, 11, 8, 18, NULL, NULL),
    ('municipalities_reached', 'LV', 4, 34, 4, 38, 42, 0.9),
    ('people_trained', 'LV', 100, 240, 131, 371, NULL, NULL), ('people_trained', 'kurzeme', 20, 50, 31, 81, NULL, NULL), ('people_trained', 'zemgale', 10, 30, 4, 34, NULL, NULL),
    ('esf_participants', 'LV', 300, 1544, 402, 1946, 3000, 0.06), ('eeco12', 'LV', 3, 20, 4, 24, NULL, NULL),
    ('incomplete_participants', 'LV', 40, 180, 21, 201, NULL, NULL), ('results_on_time', 'LV', 0.7, 0.71, 0.9, 0.86, NULL, NULL),
    ('safe_communities', 'LV', 40, 114, 37, 151, 150, 1), ('expense_eligible_eur', 'LV', 401000.5, 1698619.85, 421380.15, 2120000, NULL, NULL),
    ('eur_per_supported_community', 'LV', NULL, 7120, NULL, 4310, NULL, NULL), ('communities_active_after', 'LV', NULL, NULL, NULL, 0.68, NULL, NULL);
INSERT INTO metrics_value_published
    (kpi, region, period, sex, in_period, cumulative, hidden_in, hidden_cumulative, state, target, target_kind, target_on, share_of_target, basket, reporting_rate, figure)
SELECT kpi, region, '2027H1', '', before_in, before_all, 0, 0, 'ok', NULL, NULL, NULL, NULL, NULL, 1, 'kpi.' || kpi || '.' || region || '.2027H1' FROM raw
UNION ALL
SELECT kpi, region, '2027H2', '', CASE WHEN kpi = 'people_trained' AND region = 'zemgale' THEN NULL ELSE now_in END, now_all,
    kpi = 'people_trained' AND region = 'zemgale', 0, 'ok', target, CASE WHEN target IS NOT NULL THEN 'cumulative' END,
    CASE WHEN target IS NOT NULL THEN '2029-12-31' END, now_all * 1.0 / target, NULL, 0.93, 'kpi.' || kpi || '.' || region || '.2027H2' FROM raw;
INSERT INTO metrics_value_published
    (kpi, region, period, sex, in_period, cumulative, hidden_in, hidden_cumulative, state, figure) VALUES
    ('esf_participants', 'LV', '2027H2', 'f', 250, 1200, 0, 0, 'ok', 'kpi.esf_participants.LV.2027H2.f'),
    ('esf_participants', 'LV', '2027H2', 'm', 150, 741, 0, 0, 'ok', 'kpi.esf_participants.LV.2027H2.m'),
    ('esf_participants', 'LV', '2027H2', 'x', NULL, 5, 1, 0, 'ok', 'kpi.esf_participants.LV.2027H2.x'),
    ('eeco12', 'LV', '2027H2', 'f', NULL, NULL, 1, 1, 'ok', 'kpi.eeco12.LV.2027H2.f'),
    ('eeco12', 'LV', '2027H2', 'm', NULL, NULL, 1, 1, 'ok', 'kpi.eeco12.LV.2027H2.m'),
    ('eeco12', 'LV', '2027H2', 'x', 0, 0, 0, 0, 'ok', 'kpi.eeco12.LV.2027H2.x');
-- the same with nothing hidden, for the funder
INSERT INTO metrics_value_authority SELECT * FROM metrics_value_published;
UPDATE metrics_value_authority SET cumulative = 13, in_period = 3, hidden_in = 0, hidden_cumulative = 0 WHERE figure = 'kpi.eeco12.LV.2027H2.f';
UPDATE metrics_value_authority SET cumulative = 11, in_period = 1, hidden_in = 0, hidden_cumulative = 0 WHERE figure = 'kpi.eeco12.LV.2027H2.m';
UPDATE metrics_value_authority SET in_period = 2, hidden_in = 0 WHERE figure = 'kpi.esf_participants.LV.2027H2.x';
INSERT INTO analysis_forecast_published (kpi, region, period, forecast, forecast_low, forecast_high, probability, status, model, hidden, figure)
SELECT kpi, 'LV', '2027H2', target * 0.97, target * 0.9, target * 1.05, probability,
    CASE WHEN now_all >= target THEN 'met' WHEN probability >= 0.8 THEN 'on_track' WHEN probability >= 0.4 THEN 'at_risk' ELSE 'off_track' END,
    'holt', 0, 'forecast.' || kpi || '.LV.2027H2'
FROM raw WHERE target IS NOT NULL AND region = 'LV';
UPDATE metrics_value_published SET basket = 1, target = 9, target_kind = 'incremental', share_of_target = in_period / 9.0
WHERE kpi = 'initiatives_approved' AND period = '2027H2' AND region <> 'LV' AND sex = '';
INSERT INTO analysis_benchmark_published
    (kpi, region, period, value, low, high, expected, funnel_low95, funnel_high95, funnel_low998, funnel_high998, rank_low, rank_high, signal, denominator, hidden, figure)
VALUES
    ('initiatives_completed', 'kurzeme', '2027H2', 1.9, 1.2, 2.9, 1.4, 1.1, 1.7, 1.0, 1.8, 1, 2, 'signal', 276317, 0, 'bench.initiatives_completed.kurzeme.2027H2'),
    ('initiatives_completed', 'latgale', '2027H2', 1.35, 0.8, 2.1, 1.4, 1.1, 1.7, 1.0, 1.8, 1, 5, 'none', 245053, 0, 'bench.initiatives_completed.latgale.2027H2'),
    ('initiatives_completed', 'riga', '2027H2', 1.3, 1.0, 1.7, 1.4, 1.2, 1.6, 1.1, 1.7, 2, 5, 'none', 860142, 0, 'bench.initiatives_completed.riga.2027H2'),
    ('initiatives_completed', 'vidzeme', '2027H2', 1.05, 0.6, 1.7, 1.4, 1.1, 1.7, 1.0, 1.8, 2, 5, 'watch', 276449, 0, 'bench.initiatives_completed.vidzeme.2027H2'),
    ('initiatives_completed', 'zemgale', '2027H2', NULL, NULL, NULL, 1.4, 1.1, 1.7, 1.0, 1.8, NULL, NULL, 'none', 225047, 1, 'bench.initiatives_completed.zemgale.2027H2');
INSERT INTO ingest_delivery_published (region, dataset, title_lv, title_en, period, due_on, submission, rows, late, missing, expected, status) VALUES
    ('kurzeme', 'initiative', 'Kopienu iniciatīvas', 'Community initiatives', '2027H2', '2028-01-15', '2027H2', 41, 0, 0, 1, 'delivered'),
    ('latgale', 'initiative', 'Kopienu iniciatīvas', 'Community initiatives', '2027H2', '2028-01-15', NULL, NULL, 0, 1, 1, 'missing');
INSERT INTO ingest_fault_published (region, submission, path, severity, code, message_lv, message_en, faults) VALUES
    ('kurzeme', '2027H2', 'incoming/kurzeme/2027H2/event.csv', 'error', 'date.invalid', 'nederīgs datums', 'invalid date', 3);
INSERT INTO ingest_file_published (path, region, submission, dataset, sha256, rows, accepted, rejected, warned) VALUES
    ('incoming/kurzeme/2027H2/event.csv', 'kurzeme', '2027H2', 'event', 'ab', 44, 41, 3, 0);
INSERT INTO ingest_narrative_published (period, name, lang, markdown) VALUES
    ('2027H2', 'summary', 'lv', 'Otrais konkurss sākās *7 nedēļas* vēlāk.'),
    ('2027H2', '24.4', 'lv', 'Laikapstākļu dēļ 12 iniciatīvas pārcēla darbus uz rudeni.'),
    ('2027H2', '24.4', 'en', 'Because of weather 12 initiatives moved work to autumn.'),
    ('2027H2', 'initiatives_completed', 'lv', 'Otrais konkurss sākās vēlāk.'),
    ('2027H2', 'initiatives_completed', 'en', 'The second call opened late.');
INSERT INTO ingest_activity_published (project_activity, point, title_lv, title_en, planned) VALUES ('4', '24.4', 'Iniciatīvas', 'Initiatives', 420);
INSERT INTO metrics_indicator_published
    (code, name_lv, name_en, unit_lv, unit_en, kind, kpi, format, baseline, milestone, target, source, in_period, cumulative, hidden_in, hidden_cumulative, share_of_target, state, figure) VALUES
    ('IZD-1', 'Pabeigtās iniciatīvas', 'Completed initiatives', 'iniciatīva', 'initiative', 'output', 'initiatives_completed', 'integer', 0, 0, 420, 'līgums', 41, 96, 0, 0, 0.228571, 'ok', 'kpi.initiatives_completed.LV.2027H2'),
    ('IZD-2', 'Atbalstītās kopienas', 'Supported communities', 'kopiena', 'community', 'output', 'communities_supported', 'integer', 0, NULL, NULL, 'līgums', 21, 121, 0, 0, NULL, 'ok', 'kpi.communities_supported.LV.2027H2'),
    ('IZD-3', 'ESF+ dalībnieki', 'ESF+ participants', 'cilvēks', 'person', 'output', 'esf_participants', 'integer', 0, 0, 3000, 'līgums', 402, 1946, 0, 0, 0.648667, 'ok', 'kpi.esf_participants.LV.2027H2');
INSERT INTO metrics_indicator_authority SELECT * FROM metrics_indicator_published;
INSERT INTO metrics_reconciliation_published (source, item, region, period, sex, expected, found, difference, holds, title_lv, title_en) VALUES
    ('approved', '6.1', 'LV', 'MP-3', '', 14758.94, 14843.44, 84.5, 0, 'Mācības', 'Training'),
    ('approved', '1.1', 'LV', 'MP-3', '', 100, 100, 0, 1, 'Atlīdzība', 'Pay');
INSERT INTO metrics_reconciliation_authority SELECT * FROM metrics_reconciliation_published;
INSERT INTO ingest_milestone_published (milestone, activity, title_lv, title_en, due_on, done_on, deliverable) VALUES
    ('A1', '24.4', 'Otrais konkurss', 'Second call', '2027-09-30', '2027-10-04', 'Nolikums'),
    ('A2', '24.9', 'Rokasgrāmata', 'Handbook', '2027-11-30', NULL, NULL),
    ('A3', '24.4', 'Trešais konkurss', 'Third call', '2028-03-01', NULL, NULL);
INSERT INTO ingest_risk_published (risk, opened_on, closed_on, title_lv, title_en, probability, impact, mitigation_lv, mitigation_en, kind) VALUES
    ('R1', '2027-08-01', NULL, 'Zema atsaucība', 'Low response', 3, 4, 'Papildu uzrunāšana', 'More outreach', 'risk'),
    ('R2', '2026-02-01', '2027-09-15', 'Kavēts iepirkums', 'Late procurement', 2, 2, 'Agrāks sākums', 'Earlier start', 'risk'),
    ('R3', '2027-07-10', NULL, 'Nepilnīgi *ieraksti* <b>', 'Incomplete *records* <b>', 4, 3, 'Pārbaude', 'Checks', 'problem');
INSERT INTO metrics_expense_published (kind, id, title_lv, title_en, budget, in_period, cumulative, share, eu_in, eu_cumulative, figure) VALUES
    ('line', '1.1', 'Atlīdzība', 'Remuneration', 1000000, 300000, 1500000.25, 1.50000025, 255000, 1275000.21, 'expense.line.1.1.2027H2'),
    ('activity', '24.4', 'Iniciatīvas', 'Initiatives', 742000, 121380.15, 619999.75, 0.835579, NULL, NULL, 'expense.activity.24.4.2027H2');
INSERT INTO metrics_initiative_published (breakdown, code, title_lv, title_en, region, approved, completed, granted_eur, spent_eur, figure) VALUES
    ('theme', 'neighbours', 'Kaimiņu attiecības', 'Neighbours', 'LV', 100, 70, 120000, 90000, 'initiative.theme.neighbours.LV'),
    ('theme', 'skills', 'Prasmes', 'Skills', 'LV', 36, 26, 40000, 25000, 'initiative.theme.skills.LV');
INSERT INTO metrics_municipality_published (atvk, name_lv, short_lv, region, tile_column, tile_row, communities, initiatives, granted_eur, residents, figure) VALUES
    ('0033000', 'Kuldīgas novads', 'Kuldīgas', 'kurzeme', 2, 3, 2, 4, 4000, 28000, 'municipality.0033000'),
    ('0005000', 'Liepāja', 'Liepāja', 'kurzeme', 1, 4, 0, 0, 0, 68000, 'municipality.0005000');
INSERT INTO metrics_check_published (check_id, period, expected, found, holds, text_lv, text_en) VALUES
    ('eeco_employment', '2027H2', 1946, 1946, 1, 'EECO01 = EECO02 + EECO04 + EECO05', 'EECO01 = EECO02 + EECO04 + EECO05'),
    ('eeco_education', '2027H2', 1946, 1940, 0, 'EECO01 = EECO09 + EECO10 + EECO11', 'EECO01 = EECO09 + EECO10 + EECO11');
DROP TABLE raw;
