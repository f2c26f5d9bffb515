-- kind: table
-- about: what has to be decided, by whom and by when: the recommendations that the rules choose for the brief
-- title_lv: Kas jāizlemj, kam un līdz kuram laikam
-- title_en: What has to be decided, by whom and by when
-- note_lv: Ticamības pakāpe ir tikai secinājumiem par ietekmi un saistību; citu ieteikumu pamats ir administratīvi dati.
-- note_en: Only findings on effects and associations have a grade; other recommendations rest on administrative data.
-- empty_lv: Neviens ieteikums pašlaik nav izdots: dati to neprasa vai to ir par maz.
-- empty_en: No recommendation is issued at present: the data do not call for one or are too few.
-- column title: text | Lēmums | Decision | main
-- column addressee: text | Kam | Who
-- column decide: by:decide_format | Lemt līdz | Decide by
-- column grade: grade | Ticamība | Certainty
SELECT
    title_lv, title_en, addressee_lv, addressee_en, COALESCE(decide_by, decide_lv) AS decide_lv,
    COALESCE(decide_by, decide_en) AS decide_en, CASE WHEN decide_by IS NULL THEN 'text' ELSE 'date' END AS decide_format, grade
FROM analysis_recommendation_published
WHERE status = 'issued' AND brief = 1
ORDER BY priority, position
