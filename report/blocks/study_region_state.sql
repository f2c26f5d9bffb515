-- kind: value
-- about: how many regional values were compared and how many are signals
-- column compared: integer | Salīdzinātas | Compared
-- column signals: integer | Signāli | Signals
SELECT
    COUNT(*) AS compared,
    COUNT(CASE WHEN value > funnel_high998 OR value < funnel_low998 THEN 1 END) AS signals
FROM analysis_benchmark_published
WHERE period = :period AND hidden = 0 AND funnel_low998 IS NOT NULL
