-- kind: table
-- about: supportable activities in the regulation's words
-- title_lv: Atbalstāmās darbības
-- title_en: Supportable activities
-- subtitle_lv: Ministru kabineta noteikumu Nr. 813 24.1.–24.10. apakšpunkts
-- subtitle_en: Cabinet Regulation No. 813, points 24.1 to 24.10
-- empty_lv: Darbību saraksta nav.
-- empty_en: There is no list of activities.
-- column point: text | Nr. | No.
-- column title: text | Darbība | Activity
SELECT point, title_lv, title_en
FROM ingest_point_published
ORDER BY position
