-- position: 5
-- subject: reach
-- addressee_lv: Kultūras ministrija, Latvijas Pilsoniskā alianse
-- addressee_en: Ministry of Culture, Civic Alliance – Latvia
-- evidence: count
-- decide_lv: nākamajā konkursā
-- decide_en: in the next call
-- threshold least_share: 0.15 | mazāka daļa var palikt ārpusē arī nejauši | a smaller share may be left out by chance
-- threshold most_covered: 0.95 | pārējo vairs nevar sasniegt ar konkursa noteikumiem | the rest cannot be reached by rules of a call
-- threshold least_reporting: 0.8 | reģionus salīdzina tikai tad, ja iesniegti vismaz 80 % datu | regions are compared only if at least 80% of data were handed in
-- missing nothing: iedzīvotāju skaita pa pašvaldībām nav | there are no residents by municipality
-- missing reporting: iesniegti {completeness|percent} datu, vajag vismaz {least_reporting|percent} | {completeness|percent} of data were handed in, at least {least_reporting|percent} needed
-- title_lv: Daļu vietu paredzēt pašvaldībām bez atbalstītas kopienas
-- title_en: Reserve places for municipalities without a supported community
-- text_lv: Nākamajā konkursā daļu vietu paredzēt pašvaldībām, kurās vēl nav nevienas atbalstītas kopienas ({without|integer} no {municipalities|integer}; to iedzīvotāju īpatsvars – {share|share}), un pirms konkursa tur veikt aktivizēšanas darbu.
-- text_en: In the next call reserve part of the places for municipalities with no supported community yet ({without|integer} of {municipalities|integer}, home to {share|share} of residents), and do activation work there before it opens.
-- withdraw_lv: Pašvaldībās ar atbalstītām kopienām dzīvo vismaz {most_covered|percent} iedzīvotāju vai šīs pašvaldības piesakās tikpat bieži un tiek noraidītas (tad jāpārskata kritēriji).
-- withdraw_en: At least {most_covered|percent} of residents live in municipalities with supported communities, or those municipalities applied as often and were refused (then the criteria are the matter).
WITH municipality AS (
    SELECT m.atvk, m.residents,
           EXISTS (SELECT 1 FROM ingest_community AS c
                   WHERE c.municipality = m.atvk AND c.supported_from <= :as_of) AS reached,
           (SELECT count(*) FROM ingest_initiative AS i WHERE i.municipality = m.atvk AND i.submitted_on <= :as_of) AS applied
    FROM metrics_municipality_published AS m
),
total AS (
    SELECT count(*) AS municipalities, sum(NOT reached) AS without,
           sum(CASE WHEN NOT reached THEN residents ELSE 0 END) AS residents_without, sum(residents) AS residents,
           sum(CASE WHEN NOT reached THEN applied ELSE 0 END) AS applied_without, sum(applied) AS applied
    FROM municipality
)
SELECT residents_without >= :least_share * residents AS called,
       residents_without <= (1 - :most_covered) * residents
       OR (residents_without > 0 AND applied_without * residents >= applied * residents_without AND applied > 0) AS withdrawn,
       CASE WHEN completeness < :least_reporting THEN 'reporting' END AS missing, completeness,
       without, municipalities, residents_without / residents AS share, residents_without AS residents,
       (SELECT figure FROM analysis_latest WHERE kpi = 'communities_supported' AND region = 'LV') AS evidence
FROM total
JOIN analysis_completeness
WHERE total.residents > 0
