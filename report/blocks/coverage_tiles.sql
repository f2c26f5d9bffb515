-- kind: tiles
-- about: supported communities by municipality
-- title_lv: Atbalstīta kopiena ir {reached} no {count} pašvaldībām
-- title_en: {reached} of {count} municipalities have a supported community
-- subtitle_lv: Atbalstīto kopienu skaits pašvaldībā, {as_of}
-- subtitle_en: Supported communities by municipality, {as_of}
-- note_lv: Viens kvadrāts ir viena pašvaldība. Tukšs kvadrāts – atbalstītu kopienu nav. Avots: kopienu saraksts.
-- note_en: One square is one municipality. Empty: no supported community. Source: list of communities.
-- empty_lv: Kopienu saraksts nav iesniegts.
-- empty_en: No list of communities was delivered.
-- column atvk: text | ATVK | ATVK | role=key
-- column municipality: text | Pašvaldība | Municipality | role=label
-- column communities: integer | Kopienas | Communities | role=y | main | figure=communities
-- column as_of: date
SELECT atvk, short_lv AS municipality, communities, figure, :as_of AS as_of, sum(communities > 0) OVER () AS reached, count(*) OVER () AS count
FROM metrics_municipality_published
WHERE :region = 'LV' OR region = :region
ORDER BY atvk
