-- position: 630
-- title_lv: Publicitātes kontakti
-- title_en: Publicity contacts
-- point: 24.8
-- fold: sum
-- unit: contact
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: publicity
-- definition_lv: Publicitātes vienību sasniegto kontaktu summa pēc publicēšanas dienas. Tie ir kontakti,
--   nevis cilvēki.
-- definition_en: Sum of the contacts of publicity items, by day of publication. These are contacts, not
--   people.
-- anchor: kpi-publicity_reach
SELECT row, region, published_on AS on_date, reach AS value
FROM ingest_publicity
WHERE reach IS NOT NULL
