-- position: 4
-- subject: start_order
-- addressee_lv: Kultūras ministrija, Latvijas Pilsoniskā alianse
-- addressee_en: Ministry of Culture, Civic Alliance – Latvia
-- evidence: process
-- decide_lv: pirms nākamā konkursa
-- decide_en: before the next call
-- threshold least_ratio: 1.2 | ja pieteikumu nav jūtami vairāk nekā vietu, izlozei nav jēgas | unless applications clearly exceed places there is nothing to draw
-- missing nothing: neviena konkursa pieteikumu nav | there are no applications of a call
-- title_lv: Atbalsta sākuma secību izlozēt
-- title_en: Draw the starting order of support by lot
-- text_lv: Ja pieteikumu ir vairāk nekā vietu, līdzvērtīgi novērtētu kopienu atbalsta sākuma secību noteikt izlozē un bāzes aptauju pabeigt pirms lēmumu paziņošanas. Pēdējā konkursā iesniegto pieteikumu skaits – {submitted|integer}, apstiprināto – {approved|integer}. Izloze neko nemaksā un ļauj noteikt programmas ietekmi ar augstāku ticamību.
-- text_en: Where applications exceed places, draw the starting order of equally scored communities by lot and finish the baseline survey before decisions are announced. In the last call {submitted|integer} applications were submitted and {approved|integer} approved. It costs nothing and lets the effect be established with more certainty.
-- cost_lv: Papildu izmaksu nav
-- cost_en: No additional cost
-- withdraw_lv: Secība jau ir izlozēta vai vietu ir vairāk nekā pieteikumu.
-- withdraw_en: The order is drawn already, or places exceed applications.
WITH last_call AS (
    SELECT call, region
    FROM ingest_call
    WHERE closed_on <= :as_of
    ORDER BY closed_on DESC, call DESC, region
    LIMIT 1
),
application AS (
    SELECT count(*) AS submitted, sum(i.decision = 'approved') AS approved
    FROM ingest_initiative AS i
    JOIN last_call AS c ON c.call = i.call AND (c.region = 'LV' OR c.region = i.region)
    WHERE i.submitted_on <= :as_of
)
SELECT submitted >= :least_ratio * approved AND drawn = 0 AS called, drawn > 0 OR submitted <= approved AS withdrawn,
       NULL AS missing, submitted, approved,
       (SELECT group_concat(figure, ';') FROM (SELECT figure FROM analysis_latest
        WHERE kpi IN ('initiatives_submitted', 'initiatives_approved') AND region = 'LV' ORDER BY figure)) AS evidence,
       (SELECT completeness FROM analysis_completeness) AS completeness,
       (SELECT sum(residents) FROM metrics_municipality_published) AS residents, 0 AS cost_low, 0 AS cost_high
FROM application
JOIN (SELECT count(*) AS drawn FROM ingest_community WHERE order_drawn = 1)
WHERE approved > 0
