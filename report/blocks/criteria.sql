-- kind: value
-- about: the criteria of CPR Art. 44 that the plan has questions on, in the regulation's order
WITH known (position, criterion) AS (
    VALUES (1, 'effectiveness'), (2, 'efficiency'), (3, 'relevance'), (4, 'coherence'), (5, 'eu_added_value'),
        (6, 'inclusiveness'), (7, 'non_discrimination'), (8, 'visibility')
)
SELECT k.criterion, k.position, (SELECT count(*) FROM analysis_plan_published AS p WHERE p.criterion = k.criterion AND instr(p.plan, '/') = 0) AS questions
FROM known AS k
ORDER BY k.position
