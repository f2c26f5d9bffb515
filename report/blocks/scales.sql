-- kind: table
-- about: quality of measurement
-- title_lv: Skalu drošums un atbilžu sadalījums
-- title_en: Reliability of the scales and distribution of answers
-- subtitle_lv: Kronbaha alfa ar 95 % ticamības intervālu; iedzīvotāju un dalībnieku aptaujas pa viļņiem
-- subtitle_en: Cronbach's alpha with its 95% interval; surveys of residents and participants by wave
-- empty_lv: Aptaujas dati nav iesniegti.
-- empty_en: No survey data were delivered.
-- note_lv: Ja skalā ir trīs apgalvojumi, alfa zem 0,70 ir parasta. Zemākā un augstākā robeža – cik atbildētāju izvēlējās skalas galējo vērtību. Avots: aptaujas.
-- note_en: With three items an alpha below 0.70 is usual. Floor and ceiling: share of respondents at the end of the scale. Source: surveys.
-- group: sample
-- column sample: word:sample | Izlase | Sample | hidden
-- column name: text | Skala | Scale | role=label
-- column wave: integer | Vilnis | Wave
-- column n: integer | Atbildētāji | Respondents | figure=n
-- column items: integer | Apgalvojumi | Items
-- column alpha: decimal2 | Alfa | Alpha | main | figure=alpha
-- column alpha_low: decimal2 | No | From | figure=alpha_low
-- column alpha_high: decimal2 | Līdz | To | figure=alpha_high
-- column mean: decimal2 | Vidējais | Mean | figure=mean
-- column sd: decimal2 | Standartnovirze | SD | figure=sd
-- column floor: share0 | Zemākā robeža | Floor
-- column ceiling: share0 | Augstākā robeža | Ceiling
SELECT name_lv, name_en, wave, sample, n, items, alpha, alpha_low, alpha_high, mean, sd, floor, ceiling, figure,
    CASE WHEN hidden THEN 'hidden' END AS alpha_state, CASE WHEN hidden THEN 'hidden' END AS mean_state, CASE WHEN hidden THEN 'hidden' END AS n_state
FROM analysis_scale_published
ORDER BY sample DESC, name_lv, wave
