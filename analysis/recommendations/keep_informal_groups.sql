-- position: 7
-- subject: applicants
-- addressee_lv: Kultūras ministrija, Centrālā finanšu un līgumu aģentūra
-- addressee_en: Ministry of Culture, Central Finance and Contracting Agency
-- evidence: count
-- decide_lv: nākamā plānošanas perioda noteikumos
-- decide_en: in the rules of the next period
-- threshold least_share: 0.2 | mazāka daļa noteikumus neietekmē | a smaller share does not bear on the rules
-- threshold least_initiatives: 30 | mazākam pabeigto iniciatīvu skaitam par grantiem neko nesecina | nothing is concluded on grants from fewer completed initiatives
-- threshold most_gap: 0.1 | līdz 10 procentpunktiem pabeigšana ir uzskatāma par līdzvērtīgu | up to 10 points completion counts as equal
-- threshold most_ineligible_gap: 0.05 | mazāka starpība var būt nejauša | a smaller gap may be chance
-- estimate completion: two_proportions | application | y=completed;group=applicant_kind;where=ended:1
-- missing nothing: pabeigtu iniciatīvu nav | there are no completed initiatives
-- missing initiatives: pabeigto iniciatīvu skaits – {informal|integer} un {legal|integer} (juridiskām personām), vajag vismaz {least_initiatives|integer} katrā grupā | completed initiatives: {informal|integer} and {legal|integer} (legal persons), at least {least_initiatives|integer} needed in each group
-- title_lv: Saglabāt fizisko personu un neformālo grupu tiesības pieteikties
-- title_en: Keep natural persons and informal groups eligible
-- text_lv: Saglabāt tiesības pieteikties fiziskām personām un neformālām grupām, grāmatvedību atstājot NVO centriem. Šādi pieteicēji īsteno {share|share} iniciatīvu un pabeidz tās tikpat bieži kā juridiskas personas (pabeigto īpatsvars – {done_informal|share} un {done_legal|share}).
-- text_en: Keep natural persons and informal groups eligible, with accounting at the NGO centres. They carry {share|share} of initiatives and complete them as often as legal persons (completed: {done_informal|share} and {done_legal|share}).
-- cost_lv: Papildu izmaksu nav
-- cost_en: No additional cost
-- withdraw_lv: Pabeigto iniciatīvu īpatsvara starpības apakšējā robeža ir zem −10 procentpunktiem vai neattiecināmo izdevumu daļa par 5 procentpunktiem pārsniedz juridisko personu daļu.
-- withdraw_en: The lower bound of the gap in completion falls under −10 points, or their share of ineligible costs exceeds legal persons’ by 5 points.
WITH ended AS (
    SELECT applicant <> 'legal_person' AS informal, status = 'completed' AS completed
    FROM ingest_initiative
    WHERE decision = 'approved' AND status IN ('completed', 'terminated') AND coalesce(ends_on, decided_on) <= :as_of
),
counted AS (
    SELECT sum(informal AND completed) AS informal, sum(NOT informal AND completed) AS legal,
           1.0 * sum(informal AND completed) / nullif(sum(informal), 0) AS done_informal,
           1.0 * sum(NOT informal AND completed) / nullif(sum(NOT informal), 0) AS done_legal
    FROM ended
    HAVING count(*) > 0
),
cost AS (
    SELECT i.applicant <> 'legal_person' AS informal, exact_sum(e.amount_eur) AS amount,
           exact_sum(CASE WHEN e.status = 'rejected' THEN e.amount_eur ELSE e.amount_eur - e.eligible_eur END) AS ineligible
    FROM ingest_expense AS e
    JOIN ingest_initiative AS i ON i.initiative_id = e.initiative_id AND i.region = e.region
    WHERE e.paid_on <= :as_of
    GROUP BY 1
)
SELECT share >= :least_share AND gap.ci_low > -:most_gap AS called,
       gap.ci_low <= -:most_gap
       OR coalesce((SELECT ineligible / amount FROM cost WHERE informal)
                   - (SELECT ineligible / amount FROM cost WHERE NOT informal) > :most_ineligible_gap, 0) AS withdrawn,
       CASE WHEN min(informal, legal) < :least_initiatives THEN 'initiatives' END AS missing,
       informal, legal, done_informal, done_legal, share, completeness,
       (SELECT figure FROM analysis_latest WHERE kpi = 'natural_person_share' AND region = 'LV') AS evidence,
       0 AS cost_low, 0 AS cost_high
FROM counted
JOIN analysis_completeness
JOIN (SELECT value AS share FROM analysis_latest WHERE kpi = 'natural_person_share' AND region = 'LV')
LEFT JOIN (SELECT ci_low FROM analysis_rule_estimate
           WHERE recommendation = 'keep_informal_groups' AND name = 'completion' AND term = 'risk_difference') AS gap
