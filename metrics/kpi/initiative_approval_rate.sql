-- position: 130
-- title_lv: Apstiprināto iniciatīvu īpatsvars
-- title_en: Approval rate of initiatives
-- point: 24.4
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Apstiprināto iniciatīvu īpatsvars to pieteikumu vidū, par kuriem pieņemts lēmums; pēc
--   lēmuma dienas.
-- definition_en: Approved initiatives as a share of the applications decided on, by day of decision.
-- not_counted_lv: Atsaukti pieteikumi un pieteikumi, par kuriem lēmuma vēl nav.
-- not_counted_en: Withdrawn applications and those not yet decided.
-- anchor: kpi-initiative_approval_rate
SELECT row, region, decided_on AS on_date, decision = 'approved' AS value, 1 AS base
FROM ingest_initiative
WHERE decision IN ('approved', 'rejected')
