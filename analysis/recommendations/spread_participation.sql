-- position: 18
-- subject: spread
-- addressee_lv: Latvijas Pilsoniskā alianse, reģionālie centri
-- addressee_en: Civic Alliance – Latvia, regional centres
-- evidence: count
-- verb: none
-- research: 1
-- decide_lv: nākamajā konkursā
-- decide_en: in the next call
-- threshold most_hours: 0.4 | ja desmitajai daļai cilvēku ir vairāk, pasākumos ir vieni un tie paši | above this the same few fill the events
-- threshold most_repeated: 0.3 | ja lielāka daļa naudas nonāk pie agrākiem saņēmējiem, jaunās kopienas paliek ārpusē | above this new communities are left out
-- threshold least_persons: 50 | mazākam cilvēku skaitam desmito daļu nevērtē | with fewer people a tenth is not judged
-- missing nothing: dalības stundu nav | there are no hours of attendance
-- missing persons: cilvēku skaits ar zināmām stundām – {n|integer}, vajag vismaz {least_persons|integer} | people with known hours: {n|integer}, at least {least_persons|integer} needed
-- title_lv: Pārbaudīt, kā iesaistīt tos, kuri vēl nav piedalījušies
-- title_en: Test how to involve those who have not yet taken part
-- text_lv: Pirmreizējiem pieteicējiem paredzēt atsevišķu daļu un salīdzināt iznākumu. Desmitajai daļai cilvēku ir {top|percent} no visām dalības stundām; {repeated|percent} grantu naudas nonāk kopienās, kas grantu saņēmušas jau agrāk.
-- text_en: Reserve a part for first-time applicants and compare the outcome. A tenth of the people hold {top|percent} of all hours of attendance; {repeated|percent} of grant money goes to communities that had a grant before.
-- withdraw_lv: Desmitajai daļai cilvēku ir ne vairāk kā {most_hours|percent} stundu, un agrākiem saņēmējiem – ne vairāk kā {most_repeated|percent} naudas.
-- withdraw_en: A tenth of the people hold no more than {most_hours|percent} of hours, and earlier grantees no more than {most_repeated|percent} of the money.
WITH hours AS (
    SELECT max(n) AS n, max(top_tenth) AS top FROM analysis_inequality_published WHERE kind = 'hours' AND hidden = 0
),
grant_made AS (
    SELECT granted_eur, row_number() OVER (PARTITION BY community_id ORDER BY decided_on, initiative_id) AS nth
    FROM ingest_initiative
    WHERE decision = 'approved' AND community_id IS NOT NULL AND decided_on <= :as_of
),
money AS (
    SELECT exact_sum(CASE WHEN nth > 1 THEN granted_eur ELSE 0 END) / nullif(exact_sum(granted_eur), 0) AS repeated FROM grant_made
)
SELECT top > :most_hours OR coalesce(repeated > :most_repeated, 0) AS called,
       top <= :most_hours AND coalesce(repeated <= :most_repeated, 1) AS withdrawn,
       CASE WHEN n < :least_persons THEN 'persons' END AS missing, n, top, coalesce(repeated, 0) AS repeated, completeness,
       'inequality.hours.18;' || (SELECT figure FROM analysis_latest WHERE kpi = 'person_hours' AND region = 'LV') AS evidence
FROM hours
JOIN money
JOIN analysis_completeness
WHERE top IS NOT NULL
