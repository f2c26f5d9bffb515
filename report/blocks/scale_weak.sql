-- kind: value
-- about: scales whose reliability is below 0.70 in some wave
-- column alpha: decimal2 | Alfa | Alpha | figure=alpha
SELECT name_lv, name_en, wave, sample, alpha, figure
FROM analysis_scale_published
WHERE hidden = 0 AND alpha < 0.70
ORDER BY instrument, wave, sample
