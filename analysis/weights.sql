-- Survey weights by wave: the effective number of interviews, Kish's design effect of weighting and
-- the range. weighted: 1 where the sample was drawn with known probabilities, so that weights speak
-- for the residents; of other samples the row says that it is not.
INSERT INTO analysis_weight_published (
    wave, sample, drawn, n, effective_n, deff, weight_min, weight_max, trimmed, weighted, hidden, figure)
WITH drawn AS (
    SELECT wave, sample, community_id, min(drawn) AS drawn
    FROM ingest_fieldwork
    GROUP BY wave, sample, community_id
),
total AS (
    SELECT s.wave, s.sample, coalesce(d.drawn, 'unknown') AS drawn, count(*) AS n,
           exact_sum(coalesce(k.weight, s.weight, 1)) AS sum_weight,
           exact_sum(coalesce(k.weight, s.weight, 1) * coalesce(k.weight, s.weight, 1)) AS squares,
           min(coalesce(k.weight, s.weight, 1)) AS least, max(coalesce(k.weight, s.weight, 1)) AS most,
           coalesce(sum(k.trimmed), 0) AS trimmed
    FROM ingest_survey AS s
    LEFT JOIN analysis_weight AS k ON k.row = s.row
    LEFT JOIN drawn AS d ON d.wave = s.wave AND d.sample = s.sample AND d.community_id = s.community_id
    WHERE s.sample = 'resident' AND s.interviewed_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
    GROUP BY s.wave, s.sample, 3
),
guarded AS (
    SELECT t.*, n < (SELECT CAST(value AS INTEGER) FROM metrics_setting WHERE key = 'threshold') AS hide FROM total AS t
)
SELECT wave, sample, drawn, CASE WHEN hide THEN NULL ELSE n END,
       CASE WHEN hide THEN NULL ELSE sum_weight * sum_weight / squares END,
       CASE WHEN hide THEN NULL ELSE n * squares / (sum_weight * sum_weight) END,
       CASE WHEN hide THEN NULL ELSE least END, CASE WHEN hide THEN NULL ELSE most END,
       CASE WHEN hide THEN NULL ELSE trimmed END, drawn = 'probability', hide,
       'weight.' || sample || '.' || wave || '.' || drawn
FROM guarded
ORDER BY sample, wave, drawn;
