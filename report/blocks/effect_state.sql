-- kind: value
-- about: how many outcomes gave which verdict: what leads and conclusions go by
-- column locked_on: date | Fiksēts | Locked on
WITH main AS (
    SELECT role, verdict, estimate, maryland
    FROM analysis_estimate_published
    WHERE headline = 1 AND role = 'primary' AND INSTR(plan, '/') = 0
),
counts AS (
    SELECT
        COUNT(*) AS estimated,
        COUNT(CASE WHEN verdict = 'effect' THEN 1 END) AS effects,
        COUNT(CASE WHEN verdict = 'effect' AND estimate > 0 THEN 1 END) AS effects_up,
        COUNT(CASE WHEN verdict = 'effect' AND estimate < 0 THEN 1 END) AS effects_down,
        COUNT(CASE WHEN verdict = 'no_effect' THEN 1 END) AS unchanged,
        COUNT(CASE WHEN verdict = 'too_small_to_tell' THEN 1 END) AS unclear,
        COUNT(CASE WHEN verdict = 'association' THEN 1 END) AS associations,
        COUNT(CASE WHEN verdict = 'change' THEN 1 END) AS changes,
        COUNT(CASE WHEN verdict = 'none' THEN 1 END) AS unanswered,
        MAX(maryland) AS best_maryland
    FROM main
)
SELECT
    estimated, effects, effects_up, effects_down, unchanged, unclear, associations, changes,
    unanswered, best_maryland,
    estimated - unanswered AS answered,
    CASE
        WHEN effects + unchanged + unclear = 0 THEN 'unknown'
        WHEN effects_up > 0 AND effects_down > 0 THEN 'both'
        WHEN effects_up > 0 THEN 'up'
        WHEN effects_down > 0 THEN 'down'
        WHEN unchanged = 0 THEN 'unclear'
        WHEN unclear = 0 THEN 'unchanged'
        ELSE 'mixed'
    END AS lead,
    (SELECT COUNT(*) FROM analysis_plan_published WHERE INSTR(plan, '/') = 0) AS planned,
    (SELECT COUNT(*) FROM analysis_plan_published WHERE role = 'primary' AND INSTR(plan, '/') = 0) AS planned_primary,
    (SELECT COUNT(*) FROM analysis_plan_published WHERE state = 'not_run' AND INSTR(plan, '/') = 0) AS not_run,
    (SELECT COUNT(*) FROM analysis_plan_published WHERE changed = 1 AND INSTR(plan, '/') = 0) AS changed,
    (SELECT MIN(locked_on) FROM analysis_plan_published) AS locked_on,
    (SELECT COUNT(*) FROM analysis_estimate_published WHERE headline = 1 AND role IN ('secondary', 'exploratory') AND INSTR(plan, '/') = 0) AS others,
    (SELECT COUNT(*) FROM analysis_estimate_published WHERE role = 'primary' AND event_time IS NOT NULL) AS dynamics,
    (SELECT COUNT(*) FROM analysis_specification_published WHERE hidden = 0) AS variants,
    (SELECT COUNT(*) FROM analysis_region_published) AS regional,
    (SELECT COUNT(*) FROM analysis_scale_published) AS scales,
    (SELECT MAX(wave) FROM analysis_scale_published WHERE sample = 'resident') AS last_wave,
    (SELECT COUNT(DISTINCT wave) FROM analysis_scale_published WHERE sample = 'resident') AS waves
FROM counts
