-- position: 10
-- title_lv: Metodiskās programmas atskaites punkti
-- title_en: Milestones of the methodical programme
-- point: 24.1
-- fold: count
-- unit: milestone
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: milestone
-- definition_lv: Sasniegto 24.1. apakšpunkta atskaites punktu skaits pēc izpildes dienas.
-- definition_en: Milestones of point 24.1 that were reached, by the day of completion.
-- not_counted_lv: Atskaites punkti bez izpildes dienas. Vērtība ir tikai valstij kopā.
-- not_counted_en: Milestones without a day of completion. The value exists for the whole country only.
-- anchor: kpi-method_milestones
SELECT row, 'LV' AS region, done_on AS on_date
FROM ingest_milestone
WHERE activity = '24.1' AND done_on IS NOT NULL
