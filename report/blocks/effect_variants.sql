-- kind: value
-- about: what the variants of one row of the plan say together (a section gives :plan)
-- column variants: integer | Varianti | Variants
-- column smallest: decimal2 | Mazākais | Smallest | figure=smallest_figure:estimate
-- column largest: decimal2 | Lielākais | Largest | figure=largest_figure:estimate
WITH variants AS (
    SELECT estimate, low, high, figure
    FROM analysis_specification_published
    WHERE plan = :plan AND hidden = 0 AND estimate IS NOT NULL
),
ends AS (
    SELECT
        COUNT(*) AS variants,
        COUNT(CASE WHEN low > 0 OR high < 0 THEN 1 END) AS clear,
        COUNT(CASE WHEN estimate > 0 THEN 1 END) AS positive
    FROM variants
)
SELECT
    e.variants, a.estimate AS smallest, a.figure AS smallest_figure, b.estimate AS largest, b.figure AS largest_figure,
    CASE
        WHEN e.positive > 0 AND e.positive < e.variants THEN 'signs'
        WHEN e.clear = e.variants THEN 'clear'
        WHEN e.clear = 0 THEN 'unclear'
        ELSE 'partly'
    END AS agreement
FROM ends AS e
JOIN (SELECT estimate, figure FROM variants ORDER BY estimate, figure LIMIT 1) AS a
JOIN (SELECT estimate, figure FROM variants ORDER BY estimate DESC, figure LIMIT 1) AS b
WHERE e.variants > 1
