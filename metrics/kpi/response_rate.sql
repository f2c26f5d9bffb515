-- position: 660
-- title_lv: Atbildētības līmenis
-- title_en: Response rate
-- point: 24.7
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: persons
-- sexes: 0
-- datasets: survey
-- definition_lv: To uzaicināto īpatsvars, kuri atbildējuši vismaz uz vienu jautājumu: uzaicinātie aptaujā
--   pēc intervijas dienas, neatbildējušie pēc lauka darba beigu dienas.
-- definition_en: Invited people who answered at least one item, as a share of all invited: those in the
--   survey by day of interview, those who did not answer by the last day of fieldwork.
-- not_counted_lv: Cilvēki, kuri atbildēja bez uzaicinājuma.
-- not_counted_en: People who answered without an invitation.
-- anchor: kpi-response_rate
SELECT s.row, s.region, s.interviewed_on AS on_date, s.row AS unit, a.answered > 0 AS value, 1 AS base
FROM ingest_survey AS s
JOIN metrics_answer AS a ON a.row = s.row
WHERE s.invited = 1
UNION ALL
SELECT f.row, f.region, f.ended_on, NULL, 0, max(0, f.invited - count(s.row))
FROM ingest_fieldwork AS f
LEFT JOIN ingest_survey AS s ON s.region = f.region AND s.wave = f.wave AND s.community_id = f.community_id
    AND s.sample = f.sample AND s.invited = 1
    AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
GROUP BY f.row
