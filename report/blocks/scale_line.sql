-- kind: lines
-- about: mean of one scale by wave and sample (a section gives :outcome_id)
-- title_lv: {name}: vidējie pa viļņiem
-- title_en: {name}: means by wave
-- subtitle_lv: Skalas vidējais visu atbildētāju vidū; izmaiņas, nevis ietekme
-- subtitle_en: Scale mean among all respondents; change, not effect
-- note_lv: Vidējie mainās arī bez programmas, tāpēc no tiem vien par ietekmi nesecinām. Avots: aptaujas.
-- note_en: Means change without the programme too, so nothing on effects is concluded from them alone. Source: surveys.
-- empty_lv: Aptaujas datu par šo skalu vēl nav.
-- empty_en: There are no survey data on this scale yet.
-- column wave: integer | Vilnis | Wave | role=x
-- column sample: word:sample | Izlase | Sample | role=series
-- column mean: decimal2 | Vidējais | Mean | role=y | figure=mean | main
-- column n: integer | Atbildes | Answers | role=n | figure=n
SELECT name_lv, name_en, wave, sample, mean, n, figure
FROM analysis_scale_published
WHERE instrument = :outcome_id AND hidden = 0 AND mean IS NOT NULL
ORDER BY sample, wave
