-- What every scenario has: the project, regions, points, a small catalogue and two periods.
INSERT INTO ingest_programme_published (key, value) VALUES
    ('programme.number', '4.3.4.9./1/25/I/001'),
    ('programme.title_lv', 'Sabiedrības noturības stiprināšana un kopienu pašorganizēšanās veicināšana'),
    ('programme.title_en', 'Strengthening societal resilience and promoting community self-organisation'),
    ('programme.beneficiary_lv', 'Latvijas Pilsoniskā alianse'),
    ('programme.beneficiary_en', 'Civic Alliance – Latvia'),
    ('programme.measure_lv', '4.3.4.9. pasākums'), ('programme.measure_en', 'measure 4.3.4.9'),
    ('programme.start', '2024-12-13'), ('programme.end', '2029-12-31'),
    ('programme.budget_eur', '3663679'), ('programme.eu_rate', '0.85'), ('made_up', '1');
INSERT INTO ingest_region_published (region, position, name_lv, name_en, nuts, centre_lv) VALUES
    ('kurzeme', 1, 'Kurzeme', 'Kurzeme', 'LV00B', 'Kurzemes NVO atbalsta centrs'),
    ('latgale', 2, 'Latgale', 'Latgale', 'LV005', 'Dienvidlatgales NVO atbalsta centrs'),
    ('riga', 3, 'Rīga', 'Rīga', 'LV00A', 'Latvijas Pilsoniskā alianse'),
    ('vidzeme', 4, 'Vidzeme', 'Vidzeme', 'LV00C', 'Valmieras novada fonds'),
    ('zemgale', 5, 'Zemgale', 'Zemgale', 'LV009', 'Zemgales NVO centrs');
INSERT INTO ingest_point_published (point, position, title_lv, title_en) VALUES
    ('24.3', 3, 'atbalsta tīklu veidošana', 'support networks'),
    ('24.4', 4, 'kopienas iniciatīvu atlase un īstenošana', 'selection and implementation of community initiatives'),
    ('24.9', 9, 'vizuālās identitātes prasību nodrošināšana', 'visual identity');
INSERT INTO metrics_setting_published (key, value) VALUES
    ('as_of', '2027-12-31'), ('period', '2027H2'), ('period_from', '2027-07-01'), ('period_to', '2027-12-31'), ('threshold', '5');
INSERT INTO metrics_period_published (period, position, from_on, to_on, grid) VALUES
    ('2027H1', 1, '2027-01-01', '2027-06-30', 1), ('2027H2', 2, '2027-07-01', '2027-12-31', 1);
INSERT INTO metrics_catalogue_published
    (kpi, position, title_lv, title_en, point, fold, unit, format, direction, about, sexes, definition_lv, definition_en) VALUES
    ('communities_supported', 1, 'Atbalstītās kopienas', 'Supported communities', '24.3', 'stock', 'community', 'integer', 'more', 'things', 0, 'Kopienas, kuras atbalstu jebkad saņēmušas.', 'Communities ever supported.'),
    ('initiatives_approved', 2, 'Apstiprinātās iniciatīvas', 'Approved initiatives', '24.4', 'count', 'initiative', 'integer', 'more', 'things', 0, 'Apstiprinātās iniciatīvas pēc lēmuma dienas.', 'Approved initiatives by date of decision.'),
    ('initiatives_completed', 3, 'Pabeigtās iniciatīvas', 'Completed initiatives', '24.4', 'count', 'initiative', 'integer', 'more', 'things', 0, 'Pabeigtās iniciatīvas pēc beigu dienas.', 'Completed initiatives by end date.'),
    ('municipalities_reached', 4, 'Pašvaldības ar apstiprinātu iniciatīvu', 'Municipalities with an approved initiative', '24.4', 'distinct', 'municipality', 'integer', 'more', 'things', 0, 'Pašvaldības ar vismaz vienu iniciatīvu.', 'Municipalities with at least one initiative.'),
    ('people_trained', 5, 'Mācību dalībnieki', 'People trained', 'all', 'distinct', 'person', 'integer', 'more', 'persons', 0, 'Dažādi cilvēki slēgtās mācībās.', 'Different people at closed training.'),
    ('esf_participants', 6, 'ESF+ dalībnieki', 'ESF+ participants', 'EECO01', 'distinct', 'person', 'integer', 'more', 'persons', 1, 'Cilvēki ar pilnīgu pirmo ierakstu.', 'People with a complete first record.'),
    ('eeco12', 7, 'ESF+ dalībnieki: cilvēki ar invaliditāti', 'ESF+ participants: people with disabilities', 'EECO12', 'distinct', 'person', 'integer', 'more', 'persons', 1, 'No tiem cilvēki ar invaliditāti.', 'Of these, people with disabilities.'),
    ('incomplete_participants', 8, 'Dalībnieki ar nepilnīgu ierakstu', 'Participants with an incomplete record', '–', 'distinct', 'person', 'integer', 'less', 'persons', 0, 'Cilvēki ar nepilnīgu pirmo ierakstu.', 'People with an incomplete first record.'),
    ('results_on_time', 9, 'Rezultāti noteikti laikā', 'Results on time', '–', 'ratio', 'share', 'share', 'more', 'things', 0, 'Rezultāts ierakstīts četru nedēļu laikā.', 'Result recorded within four weeks.'),
    ('safe_communities', 10, 'Kopienas ar pašvērtējumu „Droša kopiena”', 'Communities assessed as "Safe community"', '24.3', 'distinct', 'community', 'integer', 'more', 'things', 0, 'Kopienas, kas veikušas pašvērtējumu.', 'Communities that made the self-assessment.'),
    ('expense_eligible_eur', 11, 'Attiecināmie izdevumi', 'Eligible expenditure', '24.10', 'sum', 'eur', 'eur2', 'more', 'things', 0, 'Attiecināmie izdevumi pēc samaksas dienas.', 'Eligible expenditure by date of payment.'),
    ('eur_per_supported_community', 12, 'Izdevumi uz vienu atbalstītu kopienu', 'Expenditure per supported community', '24.3', 'ratio', 'eur', 'eur', 'less', 'things', 0, 'Izdevumi, dalīti ar atbalstīto kopienu skaitu.', 'Expenditure over supported communities.'),
    ('communities_active_after', 13, 'Kopienas, kas darbojas gadu pēc atbalsta', 'Communities active a year after support', '24.4', 'ratio', 'share', 'share', 'more', 'things', 0, 'Īpatsvars gadu pēc atbalsta beigām.', 'Share a year after support ended.');
