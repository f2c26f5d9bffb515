-- kind: value
-- about: how many rules are in which state
-- column rules: integer | Kārtulas | Rules
-- column issued: integer | Izdoti | Issued
-- column withheld: integer | Aizturēti | Withheld
-- column not_called_for: integer | Nav vajadzīgi | Not called for
-- column withdrawn: integer | Atsaukti | Withdrawn
SELECT
    COUNT(*) AS rules,
    COUNT(CASE WHEN status = 'issued' THEN 1 END) AS issued,
    COUNT(CASE WHEN status = 'withheld' THEN 1 END) AS withheld,
    COUNT(CASE WHEN status = 'not_called_for' THEN 1 END) AS not_called_for,
    COUNT(CASE WHEN status = 'withdrawn' THEN 1 END) AS withdrawn
FROM analysis_recommendation_published
