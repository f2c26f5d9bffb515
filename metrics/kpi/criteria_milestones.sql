-- position: 20
-- title_lv: Atlases kritēriju atskaites punkti
-- title_en: Milestones of the selection criteria
-- point: 24.2
-- fold: count
-- unit: milestone
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: milestone
-- definition_lv: Sasniegto 24.2. apakšpunkta atskaites punktu skaits pēc izpildes dienas.
-- definition_en: Milestones of point 24.2 that were reached, by the day of completion.
-- not_counted_lv: Atskaites punkti bez izpildes dienas. Vērtība ir tikai valstij kopā.
-- not_counted_en: Milestones without a day of completion. The value exists for the whole country only.
-- anchor: kpi-criteria_milestones
SELECT row, 'LV' AS region, done_on AS on_date
FROM ingest_milestone
WHERE activity = '24.2' AND done_on IS NOT NULL
