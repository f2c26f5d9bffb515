-- kind: value
-- about: how many questions the plan has and what became of them
-- column locked_on: date
SELECT
    count(*) AS questions, coalesce(sum(role = 'primary'), 0) AS primary_questions, coalesce(sum(state = 'run'), 0) AS run,
    coalesce(sum(state <> 'run'), 0) AS not_run, coalesce(sum(changed), 0) AS changed, min(locked_on) AS locked_on
FROM analysis_plan_published
WHERE instr(plan, '/') = 0
