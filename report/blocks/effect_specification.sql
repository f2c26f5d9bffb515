-- kind: specification
-- about: the main estimate of one row of the plan among other choices that could have been made (a section gives :plan)
-- title_lv: {outcome}: {finding}
-- title_en: {outcome}: {finding}
-- subtitle_lv: Novērtējums rādītāja mērvienībās; katrs punkts ir viens aprēķina variants, zem tā – kas mainīts
-- subtitle_en: Estimate in units of the outcome; each point is one way to compute, below it what was changed
-- note_lv: Svītra – 95 % ticamības intervāls; tumšais punkts – galvenais novērtējums. Varianti sakārtoti pēc vērtības. Avots: iedzīvotāju aptaujas.
-- note_en: Bar: 95% confidence interval; dark point: the main estimate. Variants in order of their value. Source: surveys of residents.
-- empty_lv: Aprēķina variantu vēl nav.
-- empty_en: There are no variants yet.
-- column variant: text | | | role=key | hidden
-- column choice: text | Izvēle | Choice | role=series
-- column value: text | Vērtība | Value | role=label | main
-- column estimate: decimal2 | Novērtējums | Estimate | role=y | figure=estimate
-- column low: decimal2 | TI no | CI from | role=low | figure=ci_low
-- column high: decimal2 | TI līdz | CI to | role=high | figure=ci_high
-- column headline: text | | | role=note | hidden
WITH variants AS (
    SELECT position, choice_lv, choice_en, value_lv, value_en, estimate, low, high, main, figure
    FROM analysis_specification_published
    WHERE plan = :plan AND hidden = 0 AND estimate IS NOT NULL
),
counts AS (
    SELECT
        COUNT(*) AS variants,
        COUNT(CASE WHEN low > 0 OR high < 0 THEN 1 END) AS clear,
        COUNT(CASE WHEN estimate > 0 THEN 1 END) AS positive
    FROM variants
)
SELECT
    v.position AS variant, v.choice_lv, v.choice_en, v.value_lv, v.value_en, v.estimate, v.low, v.high, v.figure,
    p.outcome_lv, p.outcome_en, CASE v.main WHEN 1 THEN 'main' END AS headline, c.variants, c.clear,
    CASE
        WHEN c.positive > 0 AND c.positive < c.variants THEN 'variantiem ir dažādas zīmes, secinājums ir atkarīgs no izvēles'
        WHEN c.clear = c.variants THEN 'visos variantos intervāls ir vienā pusē nullei'
        WHEN c.clear = 0 THEN 'nevienā variantā novērtējums skaidri neatšķiras no nulles'
        ELSE 'zīme visos variantos ir viena, bet daļā intervāls ietver nulli'
    END AS finding_lv,
    CASE
        WHEN c.positive > 0 AND c.positive < c.variants THEN 'variants differ in sign, the finding hangs on the choice'
        WHEN c.clear = c.variants THEN 'in all variants the interval is on one side of zero'
        WHEN c.clear = 0 THEN 'in no variant does the estimate clearly differ from zero'
        ELSE 'the sign is the same in all variants, but in some the interval holds zero'
    END AS finding_en
FROM variants AS v
JOIN counts AS c
JOIN analysis_plan_published AS p ON p.plan = :plan
ORDER BY v.position
