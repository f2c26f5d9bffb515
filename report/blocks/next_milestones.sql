-- kind: table
-- about: milestones still to be done, next ones first
-- title_lv: Turpmākie starpposmi
-- title_en: Milestones ahead
-- empty_lv: Nākamajam periodam starpposmi nav ievadīti.
-- empty_en: No milestones were entered for the next period.
-- note_lv: Avots: projekta starpposmu saraksts.
-- note_en: Source: the project's list of milestones.
-- column activity: text | Apakšpunkts | Point
-- column title: text | Starpposms | Milestone | role=label
-- column due_on: date | Termiņš | Due
-- column status: status | Stāvoklis | Status
SELECT activity, title_lv, title_en, due_on, CASE WHEN due_on < :as_of THEN 'overdue' ELSE 'planned' END AS status
FROM ingest_milestone_published
WHERE done_on IS NULL OR done_on > :as_of
ORDER BY due_on, milestone
LIMIT 10
