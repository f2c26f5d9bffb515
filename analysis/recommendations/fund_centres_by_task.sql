-- position: 9
-- subject: centres
-- addressee_lv: Kultūras ministrija
-- addressee_en: Ministry of Culture
-- evidence: count
-- decide_by: 2027-12-31
-- decide_lv: politikas plānā pēc 2027. gada
-- decide_en: in the policy plan after 2027
-- threshold least_basket: 0.9 | finansējumu salīdzina tikai tad, ja grozs ir sniegts | funding is compared only where the basket is delivered
-- threshold least_reporting: 0.8 | reģionus salīdzina tikai tad, ja iesniegti vismaz 80 % datu | regions are compared only if at least 80% of data were handed in
-- threshold limit_z: 3.09 | robeža, kuru nejauši pārsniedz 2 no 1000 | the limit that chance exceeds 2 times in 1,000
-- estimate now: funnel | centre_task | numerator=communities;denominator=municipalities;unit=region;kind=poisson;where=recency:1
-- estimate before: funnel | centre_task | numerator=communities;denominator=municipalities;unit=region;kind=poisson;where=recency:2
-- missing nothing: groza mērķi vai centru dati par diviem periodiem nav zināmi | the basket’s targets or the centres’ data of two periods are not known
-- missing reporting: iesniegti {completeness|percent} datu, vajag vismaz {least_reporting|percent} | {completeness|percent} of data were handed in, at least {least_reporting|percent} needed
-- title_lv: Centru finansējumam pievienot daļu pēc uzdevuma lieluma
-- title_en: Add a part by size of task to the centres’ funding
-- text_lv: Saglabāt vienotu minimālo pakalpojumu grozu, bet finansējumam pievienot mainīgu daļu atbilstoši pašvaldību skaitam un attālumiem. Grozs ir vienāds, bet viens centrs apkalpo no {least|integer} līdz {most|integer:pašvaldībai,pašvaldībām}.
-- text_en: Keep the common minimum basket, but add a variable part to its funding by the number of municipalities and distances. With the same basket a centre serves from {least|integer} to {most|integer} municipalities.
-- withdraw_lv: Visi centri ir piltuves robežās.
-- withdraw_en: All centres lie inside the funnel limits.
WITH basket AS (
    SELECT v.region, 1.0 * sum(v.share_of_target >= 1) / count(*) AS delivered
    FROM metrics_value AS v
    WHERE v.basket = 1 AND v.sex = '' AND v.region <> 'LV' AND v.share_of_target IS NOT NULL
      AND v.period = (SELECT p.period FROM metrics_period AS p WHERE p.grid = 1 AND p.from_on <= :as_of ORDER BY p.position DESC LIMIT 1)
    GROUP BY v.region
),
outside AS (
    SELECT count(n.term) AS regions
    FROM analysis_rule_estimate AS n
    JOIN analysis_rule_estimate AS b ON b.recommendation = n.recommendation AND b.term = n.term AND b.name = 'before'
    WHERE n.recommendation = 'fund_centres_by_task' AND n.name = 'now' AND n.term LIKE 'z[%'
      AND abs(n.estimate) > :limit_z AND abs(b.estimate) > :limit_z AND n.estimate * b.estimate > 0
),
task AS (
    SELECT min(n) AS least, max(n) AS most
    FROM (SELECT region, count(*) AS n FROM metrics_municipality_published GROUP BY region)
)
SELECT (SELECT min(delivered) FROM basket) >= :least_basket AND regions > 0 AS called, regions = 0 AS withdrawn,
       CASE WHEN completeness < :least_reporting THEN 'reporting' END AS missing, completeness, least, most,
       (SELECT group_concat(figure, ';') FROM (SELECT figure FROM analysis_latest
        WHERE kpi = 'communities_supported' AND region <> 'LV' ORDER BY figure)) AS evidence
FROM outside
JOIN task
JOIN analysis_completeness
WHERE (SELECT count(delivered) FROM basket) > 0
  AND (SELECT count(DISTINCT name) FROM analysis_rule_estimate WHERE recommendation = 'fund_centres_by_task') = 2
