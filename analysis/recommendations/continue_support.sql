-- position: 1
-- subject: support
-- addressee_lv: Kultūras ministrija
-- addressee_en: Ministry of Culture
-- evidence: effect
-- decide_by: 2027-12-31
-- threshold least_communities: 20 | mazākam kopienu skaitam klasterētas standartkļūdas nav uzticamas | with fewer communities clustered standard errors are not reliable
-- threshold most_p: 0.05 | analīzes plānā noteiktais nozīmīguma līmenis pēc daudzkārtēju salīdzinājumu korekcijas | the plan's level after adjustment for multiple comparisons
-- threshold least_maryland: 3 | zem 3. līmeņa par ietekmi nesecina | no effect is claimed below level 3
-- threshold least_breakdown: 0.5 | secinājumam jāiztur tendenču atšķirība, kas ir puse no lielākās novērotās | the finding must stand a difference in trends half as large as the largest seen
-- missing nothing: ietekmes novērtējuma galvenajiem iznākumiem nav | there is no effect estimate of a primary outcome
-- missing communities: kopienu skaits analīzē – {n_clusters|integer}, vajag vismaz {least_communities|integer} | communities analysed: {n_clusters|integer}, at least {least_communities|integer} needed
-- missing breakdown: nav zināms, kādu tendenču atšķirību secinājums iztur (vajag vismaz divas aptaujas pirms atbalsta) | it is not known how large a difference in trends the finding stands (two surveys before support are needed)
-- title_lv: Turpināt valsts atbalstu vietējo kopienu pašorganizācijai
-- title_en: Continue state support for the self-organisation of local communities
-- text_lv: Turpināt valsts atbalstu vietējo kopienu pašorganizācijai arī pēc 2029. gada un paredzēt to nākamajā sabiedrības saliedētības politikas plānā. Rādītāja „{outcome}” vērtība atbalstītajās kopienās ir par {estimate|decimal2:punktu,punktiem} {direction}, nekā gaidāms bez atbalsta (95 % ticamības intervāls {low..high|decimal2}; pierādījumu ticamība – {grade|grade}).
-- text_en: Continue state support for the self-organisation of local communities after 2029 and provide for it in the next cohesion policy plan. In supported communities “{outcome}” is {estimate|decimal2:point,points} {direction} than expected without support (95% interval {low..high|decimal2}; certainty of evidence: {grade|grade}).
-- text_low_lv: Pēc 2029. gada turpināt valsts atbalstu vietējo kopienu pašorganizācijai ierobežotā apjomā un izmērīt, ko tas dod. Rādītāja „{outcome}” vērtība atbalstītajās kopienās ir par {estimate|decimal2:punktu,punktiem} {direction}, nekā gaidāms bez atbalsta (95 % ticamības intervāls {low..high|decimal2}; pierādījumu ticamība – {grade|grade}).
-- text_low_en: After 2029 continue state support for the self-organisation of local communities on a limited scale and measure what it brings. In supported communities “{outcome}” is {estimate|decimal2:point,points} {direction} than expected without support (95% interval {low..high|decimal2}; certainty of evidence: {grade|grade}).
-- cost_lv: Vienas kopienas atbalsts līdz šim izmaksājis vidēji {cost_low|eur} (24.3., 24.4. un 24.6. apakšpunkta izdevumi)
-- cost_en: Support has so far cost {cost_low|eur} a community on average (expenditure of points 24.3, 24.4 and 24.6)
-- withdraw_lv: Jaunā novērtējumā intervāls ietver nulli, tendences pirms atbalsta atšķiras vai ietekme ir mazāka par praktiski nozīmīgo.
-- withdraw_en: A new interval holds zero, trends before support differ, or the effect is shown to be smaller than what matters.
WITH outcome AS (
    SELECT e.plan, e.outcome_lv, e.outcome_en, e.n_clusters, e.p_adjusted, e.maryland, e.grade, e.verdict, e.figure, e.effect_size,
           p.sesoi, CASE WHEN e.estimate < 0 THEN -1 ELSE 1 END AS sign,
           CASE WHEN i.higher_is = 'worse' THEN -1 ELSE 1 END AS wanted, e.estimate, e.ci_low, e.ci_high,
           (SELECT b.estimate FROM analysis_estimate_published AS b WHERE b.plan = e.plan AND b.term = 'breakdown') AS breakdown,
           (SELECT b.p FROM analysis_estimate_published AS b WHERE b.plan = e.plan AND b.term = 'pretest') AS pretest_p
    FROM analysis_estimate_published AS e
    JOIN analysis_plan_published AS p ON p.plan = e.plan
    LEFT JOIN ingest_instrument AS i ON i.instrument = e.outcome
    WHERE e.headline = 1 AND p.role = 'primary' AND e.estimate IS NOT NULL
),
turned AS (
    SELECT o.*, abs(o.estimate) AS size, CASE WHEN sign > 0 THEN ci_low ELSE -ci_high END AS low,
           CASE WHEN sign > 0 THEN ci_high ELSE -ci_low END AS high
    FROM outcome AS o
),
judged AS (
    SELECT t.*, sign = wanted AND low > 0 AND size >= sesoi AND p_adjusted < :most_p AND maryland >= :least_maryland
           AND grade <> 'very_low' AND breakdown >= :least_breakdown AND n_clusters >= :least_communities
           AND NOT EXISTS (SELECT 1 FROM analysis_attrition AS a
                           WHERE a.plan = t.plan AND a.front_page = 1 AND (a.lee_low <= 0 OR a.lee_low IS NULL)) AS called
    FROM turned AS t
)
SELECT coalesce(called, 0) AS called,
       (SELECT min(low <= 0 OR coalesce(pretest_p < :most_p, 0) OR verdict = 'no_effect') FROM judged) AS withdrawn,
       CASE WHEN (SELECT max(n_clusters) FROM judged) < :least_communities THEN 'communities'
            WHEN (SELECT max(breakdown) FROM judged) IS NULL THEN 'breakdown'
       END AS missing,
       (SELECT group_concat(figure, ';') FROM (SELECT figure FROM judged WHERE called = 1 ORDER BY plan)) AS evidence,
       outcome_lv, outcome_en, size AS estimate, low, high, grade, maryland, n_clusters,
       CASE WHEN sign > 0 THEN 'augstāka' ELSE 'zemāka' END AS direction_lv,
       CASE WHEN sign > 0 THEN 'higher' ELSE 'lower' END AS direction_en,
       (SELECT value FROM analysis_latest WHERE kpi = 'eur_per_supported_community' AND region = 'LV') AS cost_low,
       (SELECT sum(residents) FROM metrics_municipality_published) AS residents,
       (SELECT completeness FROM analysis_completeness) AS completeness
FROM judged
ORDER BY called DESC,
         CASE grade WHEN 'high' THEN 1 WHEN 'moderate' THEN 2 WHEN 'low' THEN 3 ELSE 4 END,
         abs(effect_size) DESC, plan
LIMIT 1
