-- Persons as the KPI queries see them, from the participants' records dated up to as-of. Ties go to
-- the lowest activity (24.2 before 24.10), then to the region, so that the order of rows decides nothing.
INSERT INTO metrics_person
SELECT person_id, row, region, entered_on,
    sex IS NOT NULL AND birth_year IS NOT NULL AND employment IS NOT NULL AND education IS NOT NULL,
    sex, CAST(substr(entered_on, 1, 4) AS INTEGER) - birth_year, employment, education,
    disability, third_country, foreign_background, minority, homeless, rural
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY person_id ORDER BY entered_on, CAST(substr(activity, 4) AS INTEGER), region) AS nth
    FROM ingest_participant
    WHERE entered_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
)
WHERE nth = 1;

INSERT INTO metrics_exit
SELECT e.person_id, e.row, e.region, e.left_on, p.sex,
    e.result_job_search, e.result_education, e.result_qualification, e.result_employment
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY person_id ORDER BY left_on DESC, CAST(substr(activity, 4) AS INTEGER), region) AS nth
    FROM ingest_participant
    WHERE left_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
) AS e
JOIN metrics_person AS p ON p.person_id = e.person_id
WHERE e.nth = 1 AND p.complete = 1;

INSERT INTO metrics_sex
SELECT person_id, sex
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY person_id ORDER BY entered_on, CAST(substr(activity, 4) AS INTEGER), region) AS nth
    FROM ingest_participant
    WHERE sex IS NOT NULL AND entered_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
)
WHERE nth = 1;

-- Residents by region and period: the latest year of the region not after the period's last day.
INSERT INTO metrics_residents
WITH resident AS (
    SELECT m.region, p.year, p.sex, p.residents
    FROM ingest_population AS p
    JOIN ingest_municipality AS m ON m.atvk = p.atvk
), place AS (
    SELECT region, year, sex, residents FROM resident
    UNION ALL
    SELECT 'LV', year, sex, residents FROM resident
), latest AS (
    SELECT r.region, t.period, max(r.year) AS year
    FROM place AS r
    JOIN metrics_period AS t ON r.year <= CAST(substr(t.to_on, 1, 4) AS INTEGER)
    GROUP BY r.region, t.period
)
SELECT l.region, l.period, '', exact_sum(r.residents)
FROM latest AS l
JOIN place AS r ON r.region = l.region AND r.year = l.year
GROUP BY l.region, l.period
UNION ALL
SELECT l.region, l.period, r.sex, exact_sum(r.residents)
FROM latest AS l
JOIN place AS r ON r.region = l.region AND r.year = l.year
GROUP BY l.region, l.period, r.sex;
