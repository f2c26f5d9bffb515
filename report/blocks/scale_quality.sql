-- kind: table
-- about: quality of measurement by instrument, wave and sample
-- title_lv: Mērījumu kvalitāte: skalu drošums un sadalījums
-- title_en: Quality of measurement: reliability and distribution of scales
-- subtitle_lv: Pa skalām, aptaujas viļņiem un izlasēm
-- subtitle_en: By scale, survey wave and sample
-- note_lv: Alfa – Kronbaha alfa ar 95 % ticamības intervālu; zem 0,70 skalas vidējos vērtē piesardzīgi. Zemākā un augstākā – atbildētāju īpatsvars ar mazāko un lielāko iespējamo vērtību; liels īpatsvars augšā slēpj ietekmi. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Alpha: Cronbach's alpha with a 95% confidence interval; below 0.70 scale means are read with care. Lowest and highest: share of respondents at the smallest and largest possible value; a large share at the top hides effects. “…”: not publishable for confidentiality.
-- empty_lv: Aptaujas atbilžu nav, tāpēc skalu drošumu nevar aprēķināt.
-- empty_en: There are no survey answers, so the reliability of scales cannot be computed.
-- column name: text
-- column wave: integer | Vilnis | Wave
-- column sample: word:sample | Izlase | Sample
-- column n: integer | Atbildes | Answers | figure=n
-- column items: integer | Apgalvojumi | Items
-- column alpha: decimal2 | Alfa | Alpha | figure=alpha | main
-- column alpha_low: decimal2 | TI no | CI from | figure=alpha_low
-- column alpha_high: decimal2 | TI līdz | CI to | figure=alpha_high
-- column omega: decimal2 | Omega | Omega | figure=omega
-- column mean: decimal2 | Vidējais | Mean | figure=mean
-- column sd: decimal2 | Standartnovirze | Standard deviation | figure=sd
-- column floor: share | Zemākā | Lowest | figure=floor
-- column ceiling: share | Augstākā | Highest | figure=ceiling
-- group: name
SELECT
    name_lv, name_en, wave, sample, n, items, alpha, alpha_low, alpha_high, omega, mean, sd, floor, ceiling, figure,
    CASE hidden WHEN 1 THEN 'hidden' END AS n_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS alpha_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS alpha_low_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS alpha_high_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS omega_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS mean_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS sd_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS floor_state,
    CASE hidden WHEN 1 THEN 'hidden' END AS ceiling_state
FROM analysis_scale_published
ORDER BY instrument, sample, wave
