-- position: 190
-- title_lv: Pašu ieguldījuma īpatsvars
-- title_en: Share of own contribution
-- point: 24.4
-- fold: ratio
-- unit: share
-- format: share
-- direction: more
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Kopienu pašu ieguldījums pret pabeigto iniciatīvu pašu ieguldījuma un izlietotā
--   finansējuma summu; pēc beigu dienas.
-- definition_en: Own contribution of communities over own contribution plus funding spent in completed
--   initiatives, by last day.
-- not_counted_lv: Iniciatīvas, kurām kāda no abām summām nav norādīta.
-- not_counted_en: Initiatives that lack one of the two sums.
-- anchor: kpi-own_contribution_share
SELECT row, region, ends_on AS on_date, own_contribution_eur AS value,
    own_contribution_eur + spent_eur AS base
FROM ingest_initiative
WHERE status = 'completed' AND own_contribution_eur IS NOT NULL AND spent_eur IS NOT NULL
