-- kind: value
-- about: how many regional values of six main indicators were compared and how many are signals
-- column compared: integer | Salīdzinātas | Compared
-- column signals: integer | Signāli | Signals
SELECT
    COUNT(*) AS compared,
    COUNT(CASE WHEN value > funnel_high998 OR value < funnel_low998 THEN 1 END) AS signals
FROM analysis_benchmark_published
WHERE kpi IN ('communities_supported', 'initiatives_completed', 'consultations', 'people_trained', 'safe_communities', 'networks_active')
  AND period = :period AND hidden = 0 AND funnel_low998 IS NOT NULL
