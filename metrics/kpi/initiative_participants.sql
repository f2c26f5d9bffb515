-- position: 170
-- title_lv: Dalības reizes iniciatīvās
-- title_en: Attendances at initiatives
-- point: 24.4
-- fold: sum
-- unit: visit
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Pabeigto iniciatīvu dalībnieku skaita summa pēc beigu dienas. Tās ir dalības reizes, nevis
--   cilvēki: viens cilvēks var būt vairākās iniciatīvās.
-- definition_en: Sum of the numbers of participants of completed initiatives, by last day. These are
--   attendances, not people: one person may be in several.
-- anchor: kpi-initiative_participants
SELECT row, region, ends_on AS on_date, participants AS value
FROM ingest_initiative
WHERE status = 'completed'
