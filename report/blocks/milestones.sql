-- kind: gantt
-- about: all milestones on a time line
-- title_lv: Sasniegtie projekta atskaites punkti: {done_count} no {count}
-- title_en: Project milestones reached: {done_count} of {count}
-- subtitle_lv: Atskaites punktu termiņi un izpilde līdz {as_of}
-- subtitle_en: Milestones by due date and completion, as of {as_of}
-- note_lv: Pilda josla – sasniegts, kontūra – plānots, sarkans kvadrāts – termiņš pagājis. Avots: projekta atskaites punktu saraksts.
-- note_en: Filled: done; outline: planned; red square: past its date. Source: the project's list of milestones.
-- empty_lv: Projekta atskaites punkti nav ievadīti.
-- empty_en: No project milestones were entered.
-- column activity: text | Apakšpunkts | Point
-- column title: text | Atskaites punkts | Milestone | role=label
-- column from_on: date | Sākums | Start | role=from | hidden
-- column due_on: date | Termiņš | Due | role=to
-- column done_on: date | Sasniegts | Done | role=done
-- column status: status | Stāvoklis | Status | role=status
-- column as_of: date
SELECT
    m.activity, m.title_lv, m.title_en, m.due_on, m.done_on, coalesce(a."from", m.due_on) AS from_on, :as_of AS as_of,
    CASE WHEN m.done_on <= :as_of THEN 'done' WHEN m.due_on < :as_of THEN 'overdue' ELSE 'planned' END AS status,
    count(*) OVER () AS count, sum(coalesce(m.done_on <= :as_of, 0)) OVER () AS done_count
FROM ingest_milestone_published AS m
    LEFT JOIN (SELECT point, min("from") AS "from" FROM ingest_activity_published GROUP BY point) AS a ON a.point = m.activity
ORDER BY m.due_on, m.milestone
