-- kind: value
-- about: how many links of the theory are measured, described, not measured
-- column links: integer | Saites | Links
-- column measured: integer | Izmērītas | Measured
-- column described: integer | Aprakstītas | Described
-- column not_measured: integer | Nav mērītas | Not measured
SELECT
    COUNT(*) AS links,
    COUNT(CASE state WHEN 'measured' THEN 1 END) AS measured,
    COUNT(CASE state WHEN 'described' THEN 1 END) AS described,
    COUNT(CASE state WHEN 'not_measured' THEN 1 END) AS not_measured
FROM analysis_theory_published
