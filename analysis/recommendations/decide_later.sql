-- position: 2
-- subject: support
-- addressee_lv: Kultūras ministrija, Latvijas Pilsoniskā alianse
-- addressee_en: Ministry of Culture, Civic Alliance – Latvia
-- evidence: effect
-- verb: none
-- research: 1
-- decide_lv: pirms nākamā lēmuma par budžetu
-- decide_en: before the next budget decision
-- missing nothing: ietekmes novērtējuma galvenajiem iznākumiem nav | there is no effect estimate of a primary outcome
-- missing sesoi: analīzes plānā nav noteikta mazākā praktiski nozīmīgā ietekme | the plan names no smallest effect of interest
-- title_lv: Lēmumu par programmas apjomu pieņemt pēc nākamās aptaujas
-- title_en: Decide on the size of the programme after the next survey
-- text_lv: Šīs analīzes dēļ programmu ne paplašināt, ne pārtraukt. Kopienu skaits analīzē – {n_clusters|integer}; ar to bija iespējams pamanīt tikai ietekmi, kas nav mazāka par {mde|decimal2:standartnovirzi,standartnovirzēm}; par mazāku ietekmi dati neko nepasaka. Lēmumu pieņemt pēc nākamās aptaujas.
-- text_en: Neither expand nor stop the programme because of this analysis. Communities analysed: {n_clusters|integer}; only an effect of {mde|decimal2:standard deviation,standard deviations} or more could have been noticed, and the data say nothing on smaller ones. Decide after the next survey.
-- withdraw_lv: Vismaz vienam galvenajam iznākumam mazākā pamanāmā ietekme nav lielāka par praktiski nozīmīgo.
-- withdraw_en: For at least one primary outcome the minimum detectable effect is not larger than the one that matters.
WITH outcome AS (
    SELECT e.figure, e.plan, e.n_clusters, e.ci_low, e.ci_high, e.mde, e.grade, e.maryland, p.sesoi,
           e.mde * abs(e.effect_size / e.estimate) AS mde_sd
    FROM analysis_estimate_published AS e
    JOIN analysis_plan_published AS p ON p.plan = e.plan
    WHERE e.headline = 1 AND p.role = 'primary' AND e.estimate IS NOT NULL
)
SELECT min(ci_low <= 0 AND ci_high >= 0 AND (ci_high >= sesoi OR ci_low <= -sesoi)) AS called,
       max(mde <= sesoi) AS withdrawn,
       CASE WHEN count(sesoi) < count(*) THEN 'sesoi' END AS missing,
       min(n_clusters) AS n_clusters, min(mde_sd) AS mde, max(maryland) AS maryland,
       CASE max(CASE grade WHEN 'very_low' THEN 1 WHEN 'low' THEN 2 WHEN 'moderate' THEN 3 WHEN 'high' THEN 4 END)
           WHEN 1 THEN 'very_low' WHEN 2 THEN 'low' WHEN 3 THEN 'moderate' WHEN 4 THEN 'high' END AS grade,
       (SELECT group_concat(figure, ';') FROM (SELECT figure FROM outcome ORDER BY plan)) AS evidence,
       (SELECT sum(residents) FROM metrics_municipality_published) AS residents
FROM outcome
HAVING count(*) > 0
