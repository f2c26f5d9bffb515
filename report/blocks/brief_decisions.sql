-- kind: table
-- about: what has to be decided, by whom and by when: at most five issued recommendations
-- title_lv: Kas jāizlemj, kam un līdz kuram laikam
-- title_en: What has to be decided, by whom and by when
-- note_lv: Ticamības pakāpe ir tikai secinājumiem par ietekmi un saistību; pārējiem ieteikumiem pamats ir administratīvi dati.
-- note_en: Only findings on effects and associations have a grade; the other recommendations rest on administrative data.
-- empty_lv: Neviens ieteikums pašlaik nav izdots.
-- empty_en: No recommendation is issued at present.
-- column title: text | Lēmums | Decision | main
-- column addressee: text | Kam | Who
-- column decide_by: date | Lemt līdz | Decide by
-- column cost: text | Izmaksas | Cost
-- column grade: grade | Ticamība | Certainty
SELECT
    title_lv, title_en, addressee_lv, addressee_en, decide_by,
    COALESCE(cost_lv, 'izmaksas nav novērtētas') AS cost_lv, COALESCE(cost_en, 'cost not estimated') AS cost_en, grade
FROM analysis_recommendation_published
WHERE status = 'issued'
ORDER BY priority, position
LIMIT 5
