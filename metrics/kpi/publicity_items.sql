-- position: 620
-- title_lv: Publicitātes vienības
-- title_en: Publicity items
-- point: 24.8
-- fold: count
-- unit: item
-- format: integer
-- direction: more
-- about: things
-- sexes: 0
-- datasets: publicity
-- definition_lv: Publikācijas un citi publicitātes pasākumi pēc publicēšanas dienas.
-- definition_en: Publications and other publicity, by day of publication.
-- anchor: kpi-publicity_items
SELECT row, region, published_on AS on_date
FROM ingest_publicity
