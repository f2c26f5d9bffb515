-- position: 210
-- title_lv: Pašvaldības ar apstiprinātu iniciatīvu
-- title_en: Municipalities reached
-- point: 24.4
-- fold: distinct
-- unit: municipality
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Pašvaldības, kurās apstiprināta vismaz viena iniciatīva, pēc lēmuma dienas.
-- definition_en: Municipalities with at least one approved initiative, by day of decision.
-- anchor: kpi-municipalities_reached
SELECT row, region, decided_on AS on_date, municipality AS unit
FROM ingest_initiative
WHERE decision = 'approved'
