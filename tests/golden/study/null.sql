-- The same with effects at zero and wide intervals: nothing may be claimed.
UPDATE analysis_estimate_published SET estimate = 0.02, ci_low = -0.9, ci_high = 0.94, p = 0.97, p_adjusted = 1, effect_size = 0.01, effect_low = -0.2, effect_high = 0.22,
    mde = 1.3, verdict = 'too_small_to_tell', grade = 'very_low'
WHERE headline = 1 AND verdict IN ('effect', 'no_effect', 'too_small_to_tell');
UPDATE analysis_estimate_published SET estimate = 0.01, ci_low = -0.1, ci_high = 0.12, p = 0.8, p_adjusted = 0.8 WHERE headline = 1 AND verdict IN ('change', 'association');
UPDATE analysis_recommendation_published SET status = 'withheld', priority = NULL, missing_lv = 'ietekme nav pierādīta', missing_en = 'no effect is shown' WHERE recommendation = 'continue_support';
UPDATE analysis_recommendation_published SET status = 'not_called_for', priority = NULL WHERE recommendation = 'second_year';
