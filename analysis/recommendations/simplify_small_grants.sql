-- position: 8
-- subject: grant_costs
-- addressee_lv: Kultūras ministrija, Finanšu ministrija, Centrālā finanšu un līgumu aģentūra
-- addressee_en: Ministry of Culture, Ministry of Finance, Central Finance and Contracting Agency
-- evidence: cost
-- decide_lv: nākamā plānošanas perioda noteikumos
-- decide_en: in the rules of the next period
-- threshold least_initiatives: 30 | mazākam pabeigto iniciatīvu skaitam par grantiem neko nesecina | nothing is concluded on grants from fewer completed initiatives
-- threshold least_documents: 8 | tik dokumentu pārbaude prasa vairāk darba nekā rezultāta pārbaude | checking so many documents takes more work than checking the result
-- threshold least_administration: 0.25 | vairāk nekā ceturtdaļa no iniciatīvu naudas | more than a quarter of the initiatives’ money
-- threshold most_ineligible: 0.02 | ES fondu būtiskuma slieksnis ir 2 % | the materiality threshold of EU funds is 2%
-- threshold too_ineligible: 0.05 | no šīs daļas pārbaudes ir vajadzīgas | from this share on checks are needed
-- missing nothing: iniciatīvu izdevumu nav | there is no expenditure of initiatives
-- missing initiatives: pabeigto iniciatīvu skaits – {completed|integer}, vajag vismaz {least_initiatives|integer} | completed initiatives: {completed|integer}, at least {least_initiatives|integer} needed
-- title_lv: Mazajām iniciatīvām piemērot vienkāršotās izmaksas
-- title_en: Use simplified costs for small initiatives
-- text_lv: Mazajām iniciatīvām (līdz 3000 €) piemērot vienkāršotās izmaksas – fiksētu summu par sasniegtu un pierādītu rezultātu. Pārbaudāmo dokumentu skaits vienā iniciatīvā (mediāna) – {documents|integer}; uz katru iniciatīvām izmaksāto eiro programmas vadības izdevumi (24.10. apakšpunkts) ir {administration|decimal2} eiro, bet neattiecināmi ir tikai {ineligible|share} iniciatīvu izdevumu.
-- text_en: Use simplified costs for small initiatives (up to €3,000): a lump sum for a proven result. The median number of documents checked per initiative is {documents|integer}; for each euro paid to initiatives management of the programme (point 24.10) took {administration|decimal2} euro, while only {ineligible|share} of the initiatives’ costs are ineligible.
-- withdraw_lv: Vienkāršotās izmaksas jau piemēro vai neattiecināmi ir vismaz {too_ineligible|percent} izdevumu.
-- withdraw_en: Simplified costs apply already, or at least {too_ineligible|percent} of the costs are ineligible.
WITH spent AS (
    SELECT e.region, e.initiative_id, count(DISTINCT e.document) AS documents, exact_sum(e.amount_eur) AS amount,
           exact_sum(CASE WHEN e.status = 'rejected' THEN e.amount_eur ELSE e.amount_eur - e.eligible_eur END) AS ineligible
    FROM ingest_expense AS e
    JOIN ingest_initiative AS i ON i.initiative_id = e.initiative_id AND i.region = e.region AND i.status = 'completed'
    WHERE e.paid_on <= :as_of
    GROUP BY e.region, e.initiative_id
),
placed AS (
    SELECT documents, row_number() OVER (ORDER BY documents, region, initiative_id) AS place, count(*) OVER () AS n FROM spent
),
total AS (
    SELECT (SELECT avg(documents) FROM placed WHERE place IN ((n + 1) / 2, (n + 2) / 2)) AS documents,
           exact_sum(ineligible) / nullif(exact_sum(amount), 0) AS ineligible,
           (SELECT exact_sum(eligible_eur) FROM ingest_expense WHERE activity = '24.10' AND paid_on <= :as_of)
           / nullif((SELECT exact_sum(eligible_eur) FROM ingest_expense WHERE activity = '24.4' AND paid_on <= :as_of), 0) AS administration
    FROM spent
    HAVING count(*) > 0
)
SELECT (documents >= :least_documents OR coalesce(administration > :least_administration, 0))
       AND ineligible < :most_ineligible AS called,
       ineligible >= :too_ineligible
       OR EXISTS (SELECT 1 FROM ingest_budget WHERE activity = '24.4' AND cost_kind IN ('unit', 'lump_sum')) AS withdrawn,
       CASE WHEN completed < :least_initiatives THEN 'initiatives' END AS missing, completed, documents, administration, ineligible,
       (SELECT group_concat(figure, ';') FROM (SELECT figure FROM analysis_latest
        WHERE kpi IN ('initiatives_completed', 'initiative_paid_eur') AND region = 'LV' ORDER BY figure)) AS evidence,
       completeness
FROM total
JOIN analysis_completeness
JOIN (SELECT coalesce(max(value), 0) AS completed FROM analysis_latest WHERE kpi = 'initiatives_completed' AND region = 'LV')
