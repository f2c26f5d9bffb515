-- position: 14
-- subject: access
-- addressee_lv: Kultūras ministrija, Latvijas Pilsoniskā alianse, reģionālie centri
-- addressee_en: Ministry of Culture, Civic Alliance – Latvia, regional centres
-- evidence: count
-- decide_lv: nākamajā periodā
-- decide_en: in the next period
-- threshold least_accessible: 0.7 | pasākumiem vairākumā vietu jābūt piekļūstamiem | most events must be accessible
-- threshold least_events: 30 | mazākam pasākumu skaitam daļu nesalīdzina | a share of fewer events is not compared
-- missing nothing: slēgtu pasākumu ar ziņām par piekļūstamību nav | there are no closed events with known accessibility
-- missing events: pasākumu skaits ar ziņām par piekļūstamību – {n|integer}, vajag vismaz {least_events|integer} | events whose accessibility is known: {n|integer}, at least {least_events|integer} needed
-- title_lv: Pasākumus rīkot piekļūstamās vietās un materiālus sagatavot vieglajā valodā
-- title_en: Hold events in accessible places and prepare materials in easy language
-- text_lv: Pieteikuma veidlapas un mācību materiālus sagatavot vieglajā valodā un, kur tiesību akti to atļauj, arī mazākumtautību valodās; klātienes pasākumus rīkot piekļūstamās vietās (pašlaik tādi ir {accessible|percent} slēgto pasākumu).
-- text_en: Prepare application forms and training materials in easy language and, where the law allows, in minority languages; hold events in accessible places (now {accessible|percent} of closed events).
-- withdraw_lv: Divos periodos pēc kārtas piekļūstami ir vismaz {least_accessible|percent} slēgto pasākumu.
-- withdraw_en: At least {least_accessible|percent} of closed events are accessible in two consecutive periods.
-- The share of home languages in the population is in none of the datasets, so the rule goes by the
-- accessibility of events alone.
WITH event AS (
    SELECT p.position, e.accessible
    FROM ingest_event AS e
    JOIN metrics_period AS p ON p.grid = 1 AND e.held_on BETWEEN p.from_on AND p.to_on
    WHERE e.open = 0 AND e.accessible IS NOT NULL AND coalesce(e.status, 'held') = 'held' AND e.held_on <= :as_of
),
period AS (
    SELECT position, avg(accessible) AS accessible, row_number() OVER (ORDER BY position DESC) AS recency
    FROM event
    GROUP BY position
)
SELECT accessible < :least_accessible AS called,
       (SELECT count(*) = 2 AND min(accessible) >= :least_accessible FROM period WHERE recency <= 2) AS withdrawn,
       CASE WHEN n < :least_events THEN 'events' END AS missing, n, accessible, completeness,
       (SELECT figure FROM analysis_latest WHERE kpi = 'horizontal_actions' AND region = 'LV') AS evidence
FROM (SELECT count(*) AS n, avg(accessible) AS accessible FROM event HAVING count(*) > 0)
JOIN analysis_completeness
