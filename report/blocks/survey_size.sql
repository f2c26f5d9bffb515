-- kind: value
-- about: the largest number of respondents and how many waves and scales there are
-- column residents: integer | figure=resident_figure:
-- column participants: integer | figure=participant_figure:
SELECT
    count(*) AS rows_count, count(DISTINCT instrument) AS scales, count(DISTINCT CASE sample WHEN 'resident' THEN wave END) AS resident_waves,
    max(CASE sample WHEN 'resident' THEN n END) AS residents, max(CASE sample WHEN 'participant' THEN n END) AS participants,
    (SELECT s.figure || '.n' FROM analysis_scale_published AS s WHERE s.sample = 'resident' AND NOT s.hidden ORDER BY s.n DESC, s.figure LIMIT 1) AS resident_figure,
    (SELECT s.figure || '.n' FROM analysis_scale_published AS s WHERE s.sample = 'participant' AND NOT s.hidden ORDER BY s.n DESC, s.figure LIMIT 1) AS participant_figure
FROM analysis_scale_published
WHERE NOT hidden
