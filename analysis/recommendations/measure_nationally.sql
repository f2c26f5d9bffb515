-- position: 16
-- subject: national_series
-- addressee_lv: Kultūras ministrija, Sabiedrības integrācijas fonds
-- addressee_en: Ministry of Culture, Society Integration Foundation
-- evidence: process
-- decide_lv: pirms nākamā valsts saliedētības pētījuma
-- decide_en: before the next national cohesion survey
-- threshold least_alpha: 0.7 | zem tā skalas vidējos nesalīdzina | below this means of a scale are not compared
-- threshold least_alpha_trust: 0.6 | trīs apgalvojumu uzticēšanās skalai pietiek ar mazāku drošumu | the trust scale of three items may be less reliable
-- threshold least_answers: 100 | mazākam atbilžu skaitam drošuma intervāls ir pārāk plats | with fewer answers the interval of reliability is too wide
-- missing nothing: galvenajiem iznākumiem nav skalu | the primary outcomes have no scales
-- missing language: {scales|integer:skalai,skalām} nav pietiekami daudz atbilžu vismaz divās aptaujas valodās (vajag {least_answers|integer} katrā) | {scales|integer:scale lacks,scales lack} answers in two questionnaire languages ({least_answers|integer} needed in each)
-- title_lv: Noturības pamatjautājumus iekļaut valsts saliedētības pētījumā
-- title_en: Include core items on resilience in the national cohesion survey
-- text_lv: Kopienu noturības pamatjautājumus ({items}) reizi divos gados iekļaut valsts saliedētības pētījumā, lai programmas kopienas varētu salīdzināt ar visu valsti un nākamajam periodam būtu bāzes vērtība. Skalu drošums (Kronbaha alfa) nevienā aptaujas valodā nav mazāks par {alpha|decimal2}.
-- text_en: Include the core items on community resilience ({items}) in the national cohesion survey every second year, so that programme communities can be compared with the country and the next period has a baseline. The reliability of the scales (Cronbach’s alpha) is not below {alpha|decimal2} in any language of the questionnaire.
-- withdraw_lv: Kādā aptaujas valodā skalas drošums ir nepietiekams.
-- withdraw_en: Reliability fails in a language of the questionnaire.
WITH wanted AS (
    SELECT DISTINCT p.outcome AS instrument, i.name_lv, i.name_en,
           CASE WHEN p.outcome LIKE '%trust%' THEN :least_alpha_trust ELSE :least_alpha END AS least
    FROM analysis_plan AS p
    JOIN ingest_instrument AS i ON i.instrument = p.outcome
    WHERE p.role = 'primary'
),
measured AS (
    SELECT w.instrument, w.name_lv, w.name_en, count(l.alpha) AS languages, min(l.alpha >= w.least) AS reliable,
           min(l.alpha) AS alpha, max(l.negative) AS negative
    FROM wanted AS w
    LEFT JOIN analysis_scale_language AS l ON l.instrument = w.instrument AND l.n >= :least_answers
    GROUP BY w.instrument
)
SELECT min(reliable) = 1 AND max(negative) = 0 AS called,
       coalesce(min(reliable) = 0 OR max(negative) > 0, 0) AS withdrawn,
       CASE WHEN sum(languages < 2) > 0 THEN 'language' END AS missing, sum(languages < 2) AS scales, min(alpha) AS alpha,
       (SELECT group_concat('„' || name_lv || '”', ', ') FROM (SELECT name_lv FROM measured ORDER BY instrument)) AS items_lv,
       (SELECT group_concat('“' || name_en || '”', ', ') FROM (SELECT name_en FROM measured ORDER BY instrument)) AS items_en,
       (SELECT group_concat(figure, ';') FROM (SELECT s.figure FROM analysis_scale AS s JOIN wanted AS w ON w.instrument = s.instrument
        WHERE s.sample = 'resident' ORDER BY s.instrument, s.wave)) AS evidence
FROM measured
HAVING count(*) > 0
