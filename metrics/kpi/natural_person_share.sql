-- position: 220
-- title_lv: Iedzīvotāju un neformālu grupu iniciatīvu īpatsvars
-- title_en: Share of natural persons and informal groups
-- point: 24.4
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Fizisko personu un neformālu iedzīvotāju grupu īpatsvars apstiprināto iniciatīvu
--   pieteicēju vidū; pēc lēmuma dienas.
-- definition_en: Natural persons and informal groups as a share of the applicants of approved initiatives,
--   by day of decision.
-- anchor: kpi-natural_person_share
SELECT row, region, decided_on AS on_date, applicant IN ('natural_person', 'informal_group') AS value, 1 AS base
FROM ingest_initiative
WHERE decision = 'approved'
