-- position: 15
-- subject: participant_data
-- addressee_lv: Centrālā finanšu un līgumu aģentūra, Kultūras ministrija, Finanšu ministrija
-- addressee_en: Central Finance and Contracting Agency, Ministry of Culture, Ministry of Finance
-- evidence: process
-- decide_lv: nākamā plānošanas perioda noteikumos
-- decide_en: in the rules of the next period
-- threshold most_incomplete: 0.1 | no desmitās daļas zaudējums kropļo rādītājus | losing a tenth distorts the indicators
-- threshold most_late: 0.25 | vēlāk par četrām nedēļām rezultātus vairs neieskaita | results after four weeks are not counted
-- threshold few_incomplete: 0.05 | tik maz nepilnīgu ierakstu rādītājus nekropļo | so few incomplete records do not distort
-- threshold enough_on_time: 0.9 | lielākā daļa rezultātu ir laikā | most results are on time
-- missing nothing: dalībnieku datu nav | there are no data on participants
-- missing hidden: skaits ir pārāk mazs publicēšanai | the number is too small to publish
-- title_lv: Samazināt dalībniekiem prasāmo datu apjomu
-- title_en: Ask participants for less
-- text_lv: Samazināt dalībniekiem prasāmo datu apjomu kopienu pasākumos: nodarbinātības un izglītības datus iegūt no reģistriem (Regulas (ES) 2021/1057 17. panta 6. punkts) un jutīgos rādītājus novērtēt izlases veidā. Nepilnīgi ir {incomplete|share} ierakstu, tāpēc rādītājos neieskaitīto cilvēku skaits – {persons|integer}; četrās nedēļās zināmi {on_time|percent} rezultātu.
-- text_en: Ask participants in community events for less: take employment and education from registers (Regulation (EU) 2021/1057, Article 17(6)) and estimate sensitive indicators from a sample. {incomplete|share} of records are incomplete, so {persons|integer} people are not counted in the indicators; {on_time|percent} of results are known within four weeks.
-- withdraw_lv: Nepilnīgi ir mazāk nekā {few_incomplete|percent} ierakstu, un laikā zināmi vismaz {enough_on_time|percent} rezultātu.
-- withdraw_en: Fewer than {few_incomplete|percent} of records are incomplete and at least {enough_on_time|percent} of results are known in time.
SELECT i.value > :most_incomplete * (i.value + p.value) OR coalesce(1 - r.value > :most_late, 0) AS called,
       i.value < :few_incomplete * (i.value + p.value) AND coalesce(r.value >= :enough_on_time, 0) AS withdrawn,
       CASE WHEN i.hidden = 1 OR p.hidden = 1 THEN 'hidden' END AS missing,
       i.value AS persons, i.value / nullif(i.value + p.value, 0) AS incomplete, r.value AS on_time,
       min(i.reporting_rate, p.reporting_rate) AS completeness, i.figure || ';' || p.figure || coalesce(';' || r.figure, '') AS evidence
FROM analysis_latest AS i
JOIN analysis_latest AS p ON p.kpi = 'esf_participants' AND p.region = 'LV'
LEFT JOIN analysis_latest AS r ON r.kpi = 'results_on_time' AND r.region = 'LV'
WHERE i.kpi = 'incomplete_participants' AND i.region = 'LV' AND (i.value + p.value > 0 OR i.hidden = 1 OR p.hidden = 1)
