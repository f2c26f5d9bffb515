-- kind: table
-- about: publicity items of the period
-- title_lv: Publicitātes pasākumi pārskata periodā
-- title_en: Publicity in the period
-- empty_lv: Pārskata periodā publicitātes pasākumi nav reģistrēti.
-- empty_en: No publicity was registered in the period.
-- note_lv: Saskarsmes ir sasniegto kontaktu, nevis cilvēku skaits. Avots: centru publicitātes saraksti.
-- note_en: Reach counts contacts, not people. Source: the centres' lists of publicity.
-- column published_on: date | Datums | Date
-- column region: text | Reģions | Region
-- column channel: word:channel | Kanāls | Channel
-- column title: text | Nosaukums | Title | role=label
-- column reach: integer | Saskarsmes | Contacts
-- column url: text | Pierādījums | Evidence
SELECT p.published_on, coalesce(r.name_lv, 'Latvija') AS region_lv, coalesce(r.name_en, 'Latvia') AS region_en, p.channel, p.title, p.reach, p.url
FROM ingest_publicity_published AS p
    LEFT JOIN ingest_region_published AS r ON r.region = p.region
WHERE p.published_on BETWEEN :from AND :to
ORDER BY p.published_on, p.region, p.item_id
