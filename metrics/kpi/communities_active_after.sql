-- position: 600
-- title_lv: Kopienas, kas darbojas gadu pēc atbalsta
-- title_en: Communities active a year after support
-- point: 24.4
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: followup
-- definition_lv: Darbību turpinājušo kopienu īpatsvars to kopienu vidū, kuras pārbaudītas 300–450 dienas
--   pēc atbalsta beigām (pēdējā pārbaude šajā laikā); pēc pārbaudes dienas.
-- definition_en: Communities still active as a share of those checked 300–450 days after support ended (the
--   last check in that window), by day of the check.
-- not_counted_lv: Kopienas, kuru atbalsts turpinās vai kuras šajā laikā nav pārbaudītas.
-- not_counted_en: Communities whose support goes on or that were not checked in that window.
-- anchor: kpi-communities_active_after
SELECT row, region, checked_on AS on_date, community_id AS unit, active AS value, 1 AS base
FROM (
    SELECT f.row, f.region, f.checked_on, f.community_id, f.active,
        row_number() OVER (PARTITION BY f.community_id ORDER BY f.checked_on DESC, f.region) AS nth
    FROM ingest_followup AS f
    JOIN ingest_community AS c ON c.community_id = f.community_id
    WHERE date_days(f.checked_on) - date_days(c.supported_to) BETWEEN 300 AND 450
        AND f.checked_on <= (SELECT value FROM metrics_setting WHERE key = 'as_of')
)
WHERE nth = 1
