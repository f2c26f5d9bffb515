-- position: 590
-- title_lv: Pašvērtējuma „Droša kopiena” izmaiņas
-- title_en: Change in “Safe community”
-- point: Droša kopiena
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: assessment
-- definition_lv: Kopienām ar vismaz diviem pašvērtējumiem – vidējā starpība starp pēdējo un pirmo punktu
--   īpatsvaru; pēc pēdējā pašvērtējuma dienas.
-- definition_en: For communities with two or more assessments the mean difference between the last and the
--   first share of points, by day of the last.
-- not_counted_lv: Kopienas ar vienu pašvērtējumu.
-- not_counted_en: Communities with one assessment.
-- anchor: kpi-safe_community_gain
WITH assessed AS (
    SELECT region, community_id, assessed_on, max(row) AS row, sum(score) / (2.0 * count(*)) AS share
    FROM ingest_assessment
    WHERE assessed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
    GROUP BY region, community_id, assessed_on
), bounds AS (
    SELECT region, community_id, min(assessed_on) AS first_on, max(assessed_on) AS last_on
    FROM assessed
    GROUP BY region, community_id
    HAVING count(*) >= 2
)
SELECT z.row, z.region, z.assessed_on AS on_date, z.community_id AS unit, z.share - a.share AS value, 1 AS base
FROM bounds AS b
JOIN assessed AS a ON a.region = b.region AND a.community_id = b.community_id AND a.assessed_on = b.first_on
JOIN assessed AS z ON z.region = b.region AND z.community_id = b.community_id AND z.assessed_on = b.last_on
