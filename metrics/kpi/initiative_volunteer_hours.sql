-- position: 180
-- title_lv: Brīvprātīgo darba stundas iniciatīvās
-- title_en: Volunteer hours in initiatives
-- point: 24.4
-- fold: sum
-- unit: hour
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Brīvprātīgo nostrādātās stundas pabeigtajās iniciatīvās pēc beigu dienas.
-- definition_en: Hours worked by volunteers in completed initiatives, by last day.
-- anchor: kpi-initiative_volunteer_hours
SELECT row, region, ends_on AS on_date, volunteer_hours AS value
FROM ingest_initiative
WHERE status = 'completed'
