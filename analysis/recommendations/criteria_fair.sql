-- position: 6
-- subject: criteria
-- addressee_lv: Kultūras ministrija, Latvijas Pilsoniskā alianse
-- addressee_en: Ministry of Culture, Civic Alliance – Latvia
-- evidence: association
-- decide_lv: pirms nākamā konkursa
-- decide_en: before the next call
-- threshold least_applications: 100 | ar mazāku pieteikumu skaitu starpību par dažiem procentpunktiem nevar saskatīt | with fewer applications a gap of some percentage points cannot be seen
-- threshold least_gap: 0.05 | mazāka starpība lēmumus nemaina | a smaller gap does not change decisions
-- estimate fair: linear | application | y=approved;x=score,informal,outside,new;cluster=community
-- missing nothing: izlemtu pieteikumu ar vērtējumu nav | there are no decided applications with a score
-- missing applications: izlemtu pieteikumu skaits – {n|integer}, vajag vismaz {least_applications|integer} | decided applications: {n|integer}, at least {least_applications|integer} needed
-- title_lv: Pārskatīt atlases kritērijus
-- title_en: Review the selection criteria
-- text_lv: Pārskatīt atlases kritērijus: ja vērtējums ir vienāds, {group} iniciatīvas tiek apstiprinātas retāk (starpība procentpunktos – {gap|points}, 95 % ticamības intervāls {low..high|points}). Kritērijos vērtēt ieceri un kopienas līdzdalību, nevis pieteikuma noformējumu.
-- text_en: Review the selection criteria: at equal scores initiatives of {group} are approved less often (difference in percentage points: {gap|points}, 95% interval {low..high|points}). Judge the idea and the community’s part in it, not the polish of the application.
-- text_low_lv: Nākamajā konkursā mainīt atlases kritērijus un izmērīt, ko tas dod: ja vērtējums ir vienāds, {group} iniciatīvas tiek apstiprinātas retāk (starpība procentpunktos – {gap|points}, 95 % ticamības intervāls {low..high|points}). Kritērijos vērtēt ieceri un kopienas līdzdalību, nevis pieteikuma noformējumu.
-- text_low_en: Change the selection criteria in the next call and measure what comes of it: at equal scores initiatives of {group} are approved less often (difference in percentage points: {gap|points}, 95% interval {low..high|points}). Judge the idea and the community’s part in it, not the polish of the application.
-- withdraw_lv: Nākamajā konkursā starpība ir mazāka par 5 procentpunktiem.
-- withdraw_en: The difference is under 5 points in the next call.
-- All applications are decided by one rule that is known (the score) and none is left out, so the
-- grade is low and not very low; Maryland level 2.
WITH gap AS (
    SELECT term, -estimate AS gap, -ci_high AS low, -ci_low AS high, n, p
    FROM analysis_rule_estimate
    WHERE recommendation = 'criteria_fair' AND name = 'fair' AND term IN ('informal', 'outside', 'new')
)
SELECT low > 0 AND n >= :least_applications AS called, (SELECT max(gap) FROM gap) < :least_gap AS withdrawn,
       CASE WHEN n < :least_applications THEN 'applications' END AS missing, n, gap, low, high,
       CASE term WHEN 'informal' THEN 'neformālu grupu un fizisku personu' WHEN 'outside' THEN 'lauku un pierobežas kopienu'
                 ELSE 'jaunu kopienu' END AS group_lv,
       CASE term WHEN 'informal' THEN 'informal groups and natural persons' WHEN 'outside' THEN 'rural and border communities'
                 ELSE 'new communities' END AS group_en,
       'low' AS grade, 2 AS maryland,
       (SELECT figure FROM analysis_latest WHERE kpi = 'initiative_approval_rate' AND region = 'LV') AS evidence,
       (SELECT completeness FROM analysis_completeness) AS completeness
FROM gap
ORDER BY low > 0 DESC, gap DESC, term
LIMIT 1
