-- kind: multiples
-- about: scale means by wave, one panel an instrument
-- title_lv: Skalu vidējie pa aptaujas viļņiem: izmaiņas, nevis ietekme
-- title_en: Scale means by survey wave: change, not effect
-- subtitle_lv: Visu atbildētāju skalas vidējais; katra skala savās mērvienībās
-- subtitle_en: Scale mean of all respondents; each scale in its own units
-- note_lv: Vidējie mainās arī bez programmas, tāpēc no tiem vien par ietekmi nesecinām. Rādīti viļņi, kuros atbilžu ir pietiekami daudz publicēšanai. Avots: iedzīvotāju un dalībnieku aptaujas.
-- note_en: Means change without the programme too, so nothing on effects is concluded from them alone. Waves with enough answers to be published are shown. Source: surveys of residents and participants.
-- empty_lv: Aptaujas datu vēl nav.
-- empty_en: There are no survey data yet.
-- column name: text | Skala | Scale | role=group
-- column wave: integer | Vilnis | Wave | role=x
-- column sample: word:sample | Izlase | Sample | role=series
-- column mean: decimal2 | Vidējais | Mean | role=y | figure=mean | main
-- column n: integer | Atbildes | Answers | role=n | figure=n
SELECT name_lv, name_en, wave, sample, mean, n, figure
FROM analysis_scale_published
WHERE hidden = 0 AND mean IS NOT NULL
ORDER BY instrument, sample, wave
