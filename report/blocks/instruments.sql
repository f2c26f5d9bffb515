-- kind: table
-- about: the instruments of the surveys
-- title_lv: Aptaujās lietotās skalas
-- title_en: Scales used in the surveys
-- empty_lv: Aptaujas skalas nav ievadītas.
-- empty_en: No scales were entered.
-- note_lv: Avots: programmas mērīšanas līdzekļu saraksts.
-- note_en: Source: the programme's list of instruments.
-- column name: text | Skala | Scale | role=label
-- column items: integer | Apgalvojumi | Items
-- column score: text | Vērtība | Score
-- column citation: text | Avots | Source
SELECT i.name_lv, i.name_en, (SELECT count(*) FROM ingest_item_published AS x WHERE x.instrument = i.instrument) AS items,
    CASE i.score WHEN 'sum' THEN 'summa' ELSE 'vidējais' END AS score_lv, CASE i.score WHEN 'sum' THEN 'sum' ELSE 'mean' END AS score_en, i.citation
FROM ingest_instrument_published AS i
ORDER BY i.instrument
