-- position: 200
-- title_lv: Izlietotais finansējums uz vienu dalības reizi
-- title_en: Funding spent per attendance
-- point: 24.4
-- fold: ratio
-- unit: eur
-- format: eur2
-- direction: less
-- about: things
-- sexes: 0
-- datasets: initiative
-- definition_lv: Pabeigto iniciatīvu izlietotā summa, dalīta ar to dalības reižu skaitu; pēc beigu dienas.
-- definition_en: Sum spent by completed initiatives over their attendances, by last day.
-- not_counted_lv: Iniciatīvas bez norādīta dalībnieku skaita vai izlietotās summas.
-- not_counted_en: Initiatives without a number of participants or a sum spent.
-- anchor: kpi-eur_per_participant
SELECT row, region, ends_on AS on_date, spent_eur AS value, participants AS base
FROM ingest_initiative
WHERE status = 'completed' AND participants > 0 AND spent_eur IS NOT NULL
