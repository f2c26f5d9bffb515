-- position: 13
-- subject: safe_community
-- addressee_lv: Iekšlietu ministrija, Valsts ugunsdzēsības un glābšanas dienests, pašvaldību civilās aizsardzības komisijas
-- addressee_en: Ministry of the Interior, State Fire and Rescue Service, municipal civil protection commissions
-- evidence: effect
-- decide_lv: nākamajos civilās aizsardzības plānos
-- decide_en: in the next civil protection plans
-- threshold least_communities: 20 | mazākam kopienu skaitam par kopienām neko nesecina | nothing is concluded on communities from fewer
-- threshold least_maryland: 3 | zem 3. līmeņa par ietekmi nesecina | no effect is claimed below level 3
-- estimate gain: mean | community | y=gain
-- missing nothing: kopienu ar diviem pašvērtējumiem vai sagatavotības novērtējuma nav | there are no communities with two assessments, or no estimate for preparedness
-- missing communities: kopienu skaits ar vismaz diviem pašvērtējumiem – {n|integer}, vajag vismaz {least_communities|integer} | communities with two assessments: {n|integer}, at least {least_communities|integer} needed
-- title_lv: Pašvērtējumu „Droša kopiena” izmantot civilās aizsardzības plānošanā
-- title_en: Use the “Safe community” self-assessment in civil protection planning
-- text_lv: Izmantot pašvērtējumu „Droša kopiena” kā brīvprātīgu rīku pašvaldību civilās aizsardzības plānošanā. Kopienu pašvērtējumā sasniegtā punktu daļa pieauga par {gain|points:procentpunktu,procentpunktiem} (95 % ticamības intervāls {gain_low..gain_high|points}), un arī iedzīvotāju pašu ziņotās sagatavotības vērtība ir par {estimate|decimal2:punktu,punktiem} augstāka, nekā gaidāms bez atbalsta (95 % ticamības intervāls {low..high|decimal2}; pierādījumu ticamība – {grade|grade}).
-- text_en: Use the “Safe community” self-assessment as a voluntary tool in municipal civil protection planning. The share of points reached in communities’ own assessments rose by {gain|points:percentage point,percentage points} (95% interval {gain_low..gain_high|points}), and residents’ reported preparedness is {estimate|decimal2:point,points} higher than expected without support (95% interval {low..high|decimal2}; certainty of evidence: {grade|grade}).
-- withdraw_lv: Pašvērtējums uzlabojas, bet iedzīvotāju sagatavotība ne (tad kopienas vērtē tikai pašas sevi).
-- withdraw_en: The checklist rises while residents’ preparedness does not (then it is self-rating only).
SELECT g.ci_low > 0 AND e.ci_low > 0 AND e.maryland >= :least_maryland AND e.verdict = 'effect' AS called,
       g.ci_low > 0 AND (e.ci_low <= 0 OR e.verdict = 'no_effect') AS withdrawn,
       CASE WHEN g.n < :least_communities THEN 'communities' END AS missing,
       g.n, g.estimate AS gain, g.ci_low AS gain_low, g.ci_high AS gain_high,
       e.estimate, e.ci_low AS low, e.ci_high AS high, e.grade, e.maryland,
       e.figure || ';' || (SELECT figure FROM analysis_latest WHERE kpi = 'safe_community_gain' AND region = 'LV') AS evidence,
       (SELECT completeness FROM analysis_completeness) AS completeness,
       (SELECT sum(residents) FROM metrics_municipality_published) AS residents
FROM analysis_rule_estimate AS g
JOIN analysis_estimate_published AS e ON e.headline = 1 AND e.outcome = 'preparedness' AND e.role = 'primary' AND e.estimate IS NOT NULL
WHERE g.recommendation = 'safe_community_in_civil_protection' AND g.name = 'gain' AND g.term = 'mean'
ORDER BY e.plan
LIMIT 1
