-- After a full period: a plan with every verdict, its estimates, scales, flow, theory and the states of rules.
INSERT INTO ingest_programme_published (key, value) VALUES
    ('study.author_lv', 'Izvērtēšanas grupa'), ('study.author_en', 'Evaluation team'),
    ('study.independence_lv', 'Programmu īsteno un ietekmi analizē viena organizācija.'),
    ('study.independence_en', 'One organisation carries out the programme and analyses its impact.');
INSERT INTO ingest_instrument_published (instrument, name_lv, name_en, score, min_answered, higher_is, citation) VALUES
    ('collective_efficacy', 'Kolektīvā rīcībspēja', 'Collective efficacy', 'sum', 0.5, 'better', 'Sampson'),
    ('loneliness', 'Vientulība', 'Loneliness', 'mean', 0.5, 'worse', NULL);
CREATE TEMP TABLE found (plan, role, outcome, outcome_lv, outcome_en, term, estimate, se, low, high, size, mde, sesoi, verdict, maryland, grade, state);
INSERT INTO found VALUES
    ('P1', 'primary', 'collective_efficacy', 'Kolektīvā rīcībspēja', 'Collective efficacy', 'simple', 1.4, 0.56, 0.3, 2.5, 0.24, 1.2, 0.8, 'effect', 3, 'low', 'run'),
    ('P2', 'primary', 'social_trust', 'Sociālā uzticēšanās', 'Social trust', 'simple', 0.15, 0.18, -0.2, 0.5, 0.09, 0.5, 0.3, 'too_small_to_tell', 3, 'very_low', 'run'),
    ('P3', 'primary', 'preparedness', 'Sagatavotība', 'Preparedness', 'simple', 0.05, 0.07, -0.1, 0.2, 0.06, 0.2, 0.3, 'no_effect', 3, 'low', 'run'),
    ('P4', 'primary', 'loneliness', 'Vientulība', 'Loneliness', 'simple', -0.4, 0.15, -0.7, -0.1, -0.2, 0.42, 0.3, 'effect', 3, 'moderate', 'run'),
    ('P5', 'secondary', 'skills', 'Līdzdarbības prasmes', 'Skills of taking part', 'mean_difference', 0.31, 0.05, 0.22, 0.41, 0.44, 0.13, 0.2, 'change', 1, 'very_low', 'run'),
    ('P6', 'exploratory', 'skills', 'Līdzdarbības prasmes', 'Skills of taking part', 'hours', 0.02, 0.01, 0.01, 0.04, NULL, NULL, NULL, 'association', 2, 'very_low', 'run'),
    ('P7', 'robustness', 'collective_efficacy', 'Kolektīvā rīcībspēja', 'Collective efficacy', 'simple', 1.5, 0.6, 0.3, 2.7, 0.25, 1.2, 0.8, 'effect', 3, 'low', 'run'),
    ('P8', 'secondary', 'belonging', 'Piederības sajūta', 'Belonging', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'not_run');
INSERT INTO analysis_plan_published (plan, question_lv, question_en, criterion, link, outcome, outcome_lv, outcome_en, frame, estimator, options, family, role, sesoi, locked_on, changed, state, reason_lv, reason_en)
SELECT plan, 'Jautājums ' || plan || '?', 'Question ' || plan || '?', 'effectiveness', CASE plan WHEN 'P1' THEN 'L16' END, outcome, outcome_lv, outcome_en,
    CASE role WHEN 'primary' THEN 'resident_waves' ELSE 'participant_panel' END,
    CASE term WHEN 'simple' THEN 'staggered_did' WHEN 'hours' THEN 'linear' ELSE 'paired' END, 'control=notyet', 'main', role, sesoi, '2026-02-15', plan = 'P6', state,
    CASE state WHEN 'not_run' THEN 'skalai nav atbilžu' END, CASE state WHEN 'not_run' THEN 'the scale has no answers' END
FROM found;
INSERT INTO analysis_estimate_published (plan, outcome, outcome_lv, outcome_en, estimator, term, position, role, family, estimate, se, p, p_adjusted, ci_low, ci_high, n, n_clusters,
    effect_size, effect_low, effect_high, mde, sesoi, verdict, maryland, grade, grade_reason_lv, grade_reason_en, headline, hidden, figure)
SELECT plan, outcome, outcome_lv, outcome_en, 'staggered_did', term, 1, role, 'main', estimate, se, 0.012, 0.024, low, high, 3412, 86, size, size - 0.12, size + 0.12, mde, sesoi,
    verdict, maryland, grade, 'salīdzinājums bez izlozes', 'comparison without a lot', 1, 0, 'est.' || plan || '.' || term
FROM found WHERE state = 'run';
INSERT INTO analysis_estimate_published (plan, outcome, outcome_lv, outcome_en, estimator, term, position, role, family, estimate, se, p, ci_low, ci_high, band_low, band_high, event_time, n, n_clusters, sesoi, verdict, headline, hidden, figure)
SELECT 'P1', 'collective_efficacy', 'Kolektīvā rīcībspēja', 'Collective efficacy', 'staggered_did', term, position, 'primary', 'main', estimate, 0.5, p, estimate - 1, estimate + 1, estimate - 1.4, estimate + 1.4, event_time, 3412, 86, 0.8, 'none', 0, 0,
    'est.P1.' || term
FROM (SELECT 'dynamic(-2)' AS term, 2 AS position, 0.1 AS estimate, NULL AS p, -2 AS event_time UNION ALL SELECT 'dynamic(-1)', 3, 0.0, NULL, -1
    UNION ALL SELECT 'dynamic(0)', 4, 0.9, NULL, 0 UNION ALL SELECT 'dynamic(1)', 5, 1.6, NULL, 1 UNION ALL SELECT 'pretest', 6, 0.4, 0.61, NULL
    UNION ALL SELECT 'breakdown', 7, 0.6, NULL, NULL UNION ALL SELECT 'att(1,1)', 8, 1.1, NULL, NULL);
DROP TABLE found;
INSERT INTO analysis_scale_published (instrument, name_lv, name_en, wave, sample, n, items, alpha, alpha_low, alpha_high, omega, mean, sd, floor, ceiling, hidden, figure) VALUES
    ('collective_efficacy', 'Kolektīvā rīcībspēja', 'Collective efficacy', 0, 'resident', 820, 10, 0.89, 0.88, 0.9, 0.89, 32.5, 7.7, 0, 0.001, 0, 'scale.collective_efficacy.0.resident'),
    ('collective_efficacy', 'Kolektīvā rīcībspēja', 'Collective efficacy', 1, 'resident', 812, 10, 0.66, 0.63, 0.7, 0.68, 33.4, 7.8, 0, 0.004, 0, 'scale.collective_efficacy.1.resident'),
    ('skills', 'Līdzdarbības prasmes', 'Skills of taking part', 0, 'participant', NULL, 6, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 'scale.skills.0.participant');
INSERT INTO analysis_flow_published (node, parent, position, arm, wave, label_lv, label_en, persons, communities, hidden, figure) VALUES
    ('interview.supported.0', NULL, 1, 'supported', 0, 'Aptaujāti atbalstītajās kopienās', 'Interviewed in supported communities', 490, 35, 0, 'flow.interview.supported.0'),
    ('interview.supported.1', NULL, 2, 'supported', 1, 'Aptaujāti atbalstītajās kopienās', 'Interviewed in supported communities', 470, 35, 0, 'flow.interview.supported.1');
INSERT INTO analysis_theory_published (link, position, from_lv, from_en, to_lv, to_en, level, assumption_lv, assumption_en, state, grade, plan) VALUES
    ('L06', 1, '24.4 Kopienu iniciatīvas', '24.4 Community initiatives', 'P3 Pabeigtas iniciatīvas', 'P3 Completed initiatives', 'output', 'Granti sasniedz neformālas grupas', 'Grants reach informal groups', 'described', NULL, NULL),
    ('L16', 2, 'P3 Iniciatīvas', 'P3 Initiatives', 'M1 Kolektīvā rīcībspēja', 'M1 Collective efficacy', 'outcome', 'Ietekme sasniedz arī citus', 'Effects reach others too', 'measured', 'low', 'P1'),
    ('L21', 3, 'M1–M3 Pārmaiņas', 'M1–M3 Changes', 'X2 Kopienas iztur krīzes', 'X2 Communities withstand crises', 'impact', 'Redzams tikai krīzē', 'Seen only in a crisis', 'not_measured', NULL, NULL);
INSERT INTO analysis_specification_published (plan, position, choice_lv, choice_en, value_lv, value_en, estimate, low, high, main, hidden, figure) VALUES
    ('P1', 1, 'Galvenais', 'Main', 'kā plānā', 'as planned', 1.4, 0.3, 2.5, 1, 0, 'est.P1.simple'),
    ('P1', 2, 'Salīdzinājums', 'Comparison', 'nekad neatbalstītās', 'never supported', 1.5, 0.3, 2.7, 0, 0, 'est.P1/never.simple'),
    ('P1', 3, 'Svari', 'Weights', 'ar svariem', 'weighted', 1.2, -0.1, 2.5, 0, 0, 'est.P1/weighted.simple');
INSERT INTO analysis_region_published (plan, outcome_lv, outcome_en, region, estimate, low, high, shrunken, interaction_p, n, n_clusters, hidden, figure) VALUES
    ('P1', 'Kolektīvā rīcībspēja', 'Collective efficacy', 'kurzeme', 1.9, -0.4, 4.2, 1.5, 0.62, 700, 18, 0, 'region.P1.kurzeme'),
    ('P1', 'Kolektīvā rīcībspēja', 'Collective efficacy', 'latgale', 0.8, -1.5, 3.1, 1.3, 0.62, 690, 17, 0, 'region.P1.latgale');
INSERT INTO analysis_control_published (kpi, region, month, position, value, centre, low, high, signal, hidden, figure) VALUES
    ('initiatives_submitted', 'LV', '2027-10', 1, 12, 14.5, 3, 26, 0, 0, 'control.initiatives_submitted.LV.2027-10'),
    ('initiatives_submitted', 'LV', '2027-11', 2, 31, 14.5, 3, 26, 1, 0, 'control.initiatives_submitted.LV.2027-11');
INSERT INTO metrics_catalogue_published (kpi, position, title_lv, title_en, point, fold, unit, format, direction, about, sexes, definition_lv, definition_en) VALUES
    ('initiatives_submitted', 20, 'Iesniegtie iniciatīvu pieteikumi', 'Applications for initiatives', '24.4', 'count', 'initiative', 'integer', 'more', 'things', 0, 'Pieteikumi.', 'Applications.');
INSERT INTO analysis_voice_published (theme, position, title_lv, title_en, excerpts, groups, regions, against, neutral, supportive, hidden, figure) VALUES
    ('neighbours', 1, 'Kaimiņi', 'Neighbours', 12, 3, 3, 2, 3, 7, 0, 'voice.neighbours'),
    ('trust', 2, 'Uzticēšanās', 'Trust', 9, 2, 2, 4, 1, 4, 0, 'voice.trust'),
    ('access', 3, 'Piekļūstamība', 'Access', NULL, NULL, NULL, NULL, NULL, NULL, 1, 'voice.access');
INSERT INTO analysis_quote_published (theme, position, region, held_on, stance, excerpt_lv, excerpt_en) VALUES
    ('neighbours', 1, 'kurzeme', '2027-10-12', 1, 'Tagad zinu, pie kura iet.', 'Now I know whom to ask.'),
    ('trust', 1, 'LV', '2027-10-14', -1, 'Uzticēties *vēl* grūti.', NULL);
INSERT INTO analysis_rollout_published (cohort, position, label_lv, label_en, region, from_on, to_on, arm, communities, figure) VALUES
    ('supported.2026Q2', 1, '2026. gada 2. ceturksnis', 'Quarter 2 of 2026', 'LV', '2026-04-01', '2027-03-31', 'supported', 15, 'rollout.supported.2026Q2'),
    ('comparison.none', 2, 'Bez atbalsta', 'Without support', 'LV', NULL, NULL, 'comparison', 25, 'rollout.comparison.none');
INSERT INTO analysis_fieldwork_published (wave, sample, invited, answered, response_rate, started_on, ended_on, drawn, mode, communities, hidden, figure) VALUES
    (0, 'resident', 1600, 822, 0.51375, '2026-03-01', '2026-03-28', 'probability', 'phone', 60, 0, 'fieldwork.resident.0.probability');
INSERT INTO analysis_threshold_published (recommendation, position, name, value, reason_lv, reason_en) VALUES
    ('second_year', 1, 'least', 20, 'no mazāka skaita nesecina', 'nothing is concluded from fewer'), ('second_year', 2, 'share', 0.75, 'trīs no četrām', 'three of four');
INSERT INTO analysis_recommendation_published (recommendation, position, addressee_lv, addressee_en, priority, status, missing_lv, missing_en, grade, evidence_kind, decide_by, cost_lv, cost_en,
    title_lv, title_en, text_lv, text_en, withdraw_lv, withdraw_en, evidence, brief, completeness, decide_lv, decide_en) VALUES
    ('continue_support', 1, 'Kultūras ministrija', 'Ministry of Culture', 1, 'issued', NULL, NULL, 'low', 'effect', '2027-12-30', '4310 € vienai kopienai', '€4,310 for one community',
        'Izmēģināt valsts atbalstu ierobežotā apjomā', 'Try out state support on a small scale', 'Rādītāja vērtība ir augstāka.', 'The value is higher.', 'jauns intervāls ietver nulli', 'a new interval includes zero', 'est.P1.simple', 1, 0.93, NULL, NULL),
    ('second_year', 11, 'Kultūras ministrija', 'Ministry of Culture', 2, 'issued', NULL, NULL, NULL, 'count', NULL, NULL, NULL,
        'Paredzēt otru gadu ar mentora atbalstu', 'Provide a second year of mentoring', 'Gadu pēc atbalsta darbojas daļa kopienu.', 'Some communities are active a year later.', 'apakšējā robeža sasniedz 75 %', 'the lower bound reaches 75%', NULL, 1, 0.93, 'nākamajā konkursā', 'in the next call'),
    ('criteria_fair', 6, 'Kultūras ministrija', 'Ministry of Culture', NULL, 'withheld', 'pieteikumi – 83 no vajadzīgajiem 100', 'applications: 83 of the 100 needed', NULL, 'association', '2028-06-01', NULL, NULL,
        'Pārskatīt atlases kritērijus', 'Review the selection criteria', '–', '–', 'starpība ir mazāka', 'the difference is smaller', NULL, 0, 0.93, NULL, NULL),
    ('redesign', 3, 'Kultūras ministrija', 'Ministry of Culture', NULL, 'not_called_for', NULL, NULL, NULL, 'effect', '2028-06-01', NULL, NULL,
        'Pārskatīt atbalsta veidu', 'Redesign support', '–', '–', 'intervāls mainās', 'the interval moves', NULL, 0, 0.93, NULL, NULL);
