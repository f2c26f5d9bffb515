-- kind: value
-- about: milestones of an activity (section activities gives :point)
-- column due_on: date
-- column done_on: date
SELECT milestone, title_lv, title_en, due_on, done_on, deliverable,
    coalesce(done_on <= :as_of, 0) AS is_done, coalesce(done_on > :as_of OR done_on IS NULL, 1) AND due_on < :as_of AS is_late
FROM ingest_milestone_published
WHERE activity = :point
ORDER BY due_on, milestone
