-- kind: table
-- about: how far parallel trends may fail before a finding changes, and the test before support
-- title_lv: Jutīgums: cik lielai jābūt tendenču atšķirībai, lai secinājums mainītos
-- title_en: Sensitivity: how large a difference in trends would overturn a finding
-- subtitle_lv: Galvenie rādītāji; cik reižu atšķirība pēc atbalsta sākuma drīkst pārsniegt lielāko atšķirību pirms tā
-- subtitle_en: Primary outcomes; by how many times the difference after the start of support may exceed the largest one before it
-- note_lv: Robeža 1 nozīmē: secinājums turas, ja pēc atbalsta sākuma grupas bez atbalsta būtu attālinājušās ne vairāk kā pirms tā. Robeža 0: intervāls ietver nulli jau tad, ja tendences ir vienādas. Liela p vērtība vienādas tendences nepierāda, jo pārbaudes jauda ir maza.
-- note_en: A limit of 1 means: the finding holds if without support the groups had drifted apart no more after the start than before it. A limit of 0: the interval holds zero even with equal trends. A large p does not prove equal trends, since the test has little power.
-- empty_lv: Jutīguma robežas nav aprēķinātas: vajag vismaz divas aptaujas pirms atbalsta.
-- empty_en: No limits of sensitivity were computed: it takes at least two surveys before support.
-- column outcome: text | Rādītājs | Outcome | main
-- column pretest: p | p vērtība pirms atbalsta | p before support | figure=pretest_figure:p
-- column average: decimal2 | Robeža vidējai ietekmei | Limit, average effect | figure=average_figure:estimate
-- column first: decimal2 | Robeža pirmajā vilnī | Limit, first wave | figure=first_figure:estimate
SELECT
    e.outcome_lv, e.outcome_en, t.p AS pretest, t.figure AS pretest_figure, b.estimate AS average, b.figure AS average_figure,
    f.estimate AS first, f.figure AS first_figure
FROM analysis_estimate_published AS e
LEFT JOIN analysis_estimate_published AS t ON t.plan = e.plan AND t.term = 'pretest'
LEFT JOIN analysis_estimate_published AS b ON b.plan = e.plan AND b.term = 'breakdown'
LEFT JOIN analysis_estimate_published AS f ON f.plan = e.plan AND f.term = 'breakdown(0)'
WHERE e.headline = 1 AND e.role = 'primary' AND e.hidden = 0 AND INSTR(e.plan, '/') = 0 AND (t.p IS NOT NULL OR b.estimate IS NOT NULL)
ORDER BY LENGTH(e.plan), e.plan
