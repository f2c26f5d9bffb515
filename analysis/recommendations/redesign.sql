-- position: 3
-- subject: support
-- addressee_lv: Kultūras ministrija, Latvijas Pilsoniskā alianse
-- addressee_en: Ministry of Culture, Civic Alliance – Latvia
-- evidence: effect
-- verb: none
-- decide_by: 2027-12-31
-- threshold least_delivery: 0.7 | ja pabeigts mazāk, vainīga var būt īstenošana, nevis iecere | with less delivered the work, not the idea, may be at fault
-- missing nothing: ietekmes novērtējuma galvenajiem iznākumiem nav | there is no effect estimate of a primary outcome
-- missing delivery: nav zināms, cik apstiprināto iniciatīvu ir pabeigtas | it is not known how many approved initiatives are complete
-- title_lv: Pārskatīt atbalsta veidu, pirms palielina finansējumu
-- title_en: Review the form of support before increasing its funding
-- text_lv: Nepalielināt finansējumu pašreizējam atbalsta veidam. Darbības ir īstenotas (pabeigti {delivery|percent} apstiprināto iniciatīvu), taču pārmaiņas iedzīvotāju vidū, kas sasniegtu plānā noteikto mazāko praktiski nozīmīgo ietekmi, nav notikušas. Pārskatīt, kuri soļi ved no iniciatīvas līdz pārmaiņām visā kopienā (24.1., 24.4. apakšpunkts), un jauno veidu vispirms pārbaudīt mazākā skaitā kopienu.
-- text_en: Do not increase funding for the present form of support. The work was delivered ({delivery|percent} of approved initiatives are complete), but no change that reaches the smallest effect of interest took place among residents. Review which steps lead from an initiative to change in the whole community (points 24.1, 24.4) and test the new form in fewer communities first.
-- withdraw_lv: Vēlākas aptaujas intervāls pārsniedz mazāko praktiski nozīmīgo ietekmi vai pabeigti mazāk nekā {least_delivery|percent} apstiprināto iniciatīvu.
-- withdraw_en: The interval of a later survey exceeds the smallest effect of interest, or fewer than {least_delivery|percent} of approved initiatives are complete.
WITH outcome AS (
    SELECT e.figure, e.plan, e.verdict, e.grade, e.maryland, e.ci_high, e.ci_low, p.sesoi
    FROM analysis_estimate_published AS e
    JOIN analysis_plan_published AS p ON p.plan = e.plan
    WHERE e.headline = 1 AND p.role = 'primary' AND e.estimate IS NOT NULL
),
delivery AS (
    SELECT (SELECT value FROM analysis_latest WHERE kpi = 'initiatives_completed' AND region = 'LV')
           / nullif((SELECT value FROM analysis_latest WHERE kpi = 'initiatives_approved' AND region = 'LV'), 0) AS delivery
)
SELECT min(verdict = 'no_effect' AND grade <> 'very_low') AND coalesce(max(delivery) >= :least_delivery, 0) AS called,
       max(ci_high > sesoi) OR coalesce(max(delivery) < :least_delivery, 0) AS withdrawn,
       CASE WHEN max(delivery) IS NULL THEN 'delivery' END AS missing, max(delivery) AS delivery,
       max(maryland) AS maryland,
       CASE min(CASE grade WHEN 'very_low' THEN 1 WHEN 'low' THEN 2 WHEN 'moderate' THEN 3 WHEN 'high' THEN 4 END)
           WHEN 1 THEN 'very_low' WHEN 2 THEN 'low' WHEN 3 THEN 'moderate' WHEN 4 THEN 'high' END AS grade,
       (SELECT group_concat(figure, ';') FROM (SELECT figure FROM outcome ORDER BY plan)) AS evidence,
       (SELECT sum(residents) FROM metrics_municipality_published) AS residents
FROM outcome
JOIN delivery
HAVING count(*) > 0
