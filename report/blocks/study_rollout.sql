-- kind: calendar
-- about: roll-out of support: cohorts of communities by the quarter in which it began or is planned
-- title_lv: Atbalsts sākās pakāpeniski: kopienu sākuma grupas
-- title_en: Support began in steps: cohorts of communities
-- subtitle_lv: Viena josla ir viena sākuma grupa; iekavās – kopienu skaits
-- subtitle_en: One bar is one cohort; in brackets the number of communities
-- note_lv: Kopienas, kas atbalstu saņēma pirms pirmās aptaujas, ietekmes aprēķinā nepiedalās. Gaidošās un neatbalstītās kopienas ir salīdzinājums.
-- note_en: Communities supported before the first survey take no part in the effect estimate. Waiting and unsupported communities are the comparison.
-- empty_lv: Kopienu saraksta vēl nav.
-- empty_en: There is no list of communities yet.
-- column arm: text | Grupa | Group
-- column label: text | Sākums | Start | role=label | main
-- column from_on: date | No | From | role=from
-- column to_on: date | Līdz | To | role=to
-- column communities: integer | Kopienas | Communities | figure=communities
SELECT
    label_lv || ' (' || communities || ')' AS label_lv, label_en || ' (' || communities || ')' AS label_en,
    CASE arm WHEN 'supported' THEN 'atbalstītas' WHEN 'earlier' THEN 'atbalstītas agrāk' WHEN 'waiting' THEN 'gaida' ELSE 'salīdzinājums' END AS arm_lv,
    CASE arm WHEN 'supported' THEN 'supported' WHEN 'earlier' THEN 'supported earlier' WHEN 'waiting' THEN 'waiting' ELSE 'comparison' END AS arm_en,
    from_on, to_on, communities, figure
FROM analysis_rollout_published
ORDER BY position
