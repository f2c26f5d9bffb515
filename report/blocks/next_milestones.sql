-- kind: table
-- about: milestones still to be done, next ones first
-- title_lv: Turpmākie atskaites punkti
-- title_en: Milestones ahead
-- empty_lv: Neviens atskaites punkts vairs nav priekšā vai tie nav ievadīti.
-- empty_en: No milestone is left, or none was entered.
-- note_lv: Avots: projekta atskaites punktu saraksts.
-- note_en: Source: the project's list of milestones.
-- column activity: text | Apakšpunkts | Point
-- column title: text | Atskaites punkts | Milestone | role=label
-- column due_on: date | Termiņš | Due
-- column status: status | Stāvoklis | Status
SELECT activity, title_lv, title_en, due_on, CASE WHEN due_on < :as_of THEN 'overdue' ELSE 'planned' END AS status
FROM ingest_milestone_published
WHERE done_on IS NULL OR done_on > :as_of
ORDER BY due_on, milestone
LIMIT 10
