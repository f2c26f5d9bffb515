-- position: 17
-- subject: dose
-- addressee_lv: Latvijas Pilsoniskā alianse
-- addressee_en: Civic Alliance – Latvia
-- evidence: association
-- verb: none
-- research: 1
-- decide_lv: nākamajā konkursā
-- decide_en: in the next call
-- threshold least_communities: 20 | mazākam kopienu skaitam par kopienām neko nesecina | nothing is concluded on communities from fewer
-- estimate dose: linear | community | y=change;x=mentor_hours;where=supported:1
-- missing nothing: mentora stundu un izmaiņu vienās un tajās pašās kopienās nav | there are no mentor hours and changes of the same communities
-- missing communities: kopienu skaits, kurām zināmas gan mentora stundas, gan izmaiņas, – {n|integer}, vajag vismaz {least_communities|integer} | communities with both mentor hours and change: {n|integer}, at least {least_communities|integer} needed
-- title_lv: Pārbaudīt, cik mentora tikšanos kopienai vajag
-- title_en: Test how many mentor meetings a community needs
-- text_lv: Pārbaudīt, vai mentora darbs maina iznākumu, kopienām izlozē piešķirot vienu vai divas mentora tikšanās mēnesī. Kopienās, kurās mentora stundu bijis vairāk, rādītāja „{outcome}” vērtība pieaugusi vairāk (par {slope|decimal2:punktu,punktiem} uz 10 stundām, 95 % ticamības intervāls {low..high|decimal2}). Tā ir saistība; cēloni tā nepierāda.
-- text_en: Test whether mentoring changes the outcome by giving communities one or two mentor meetings a month by lot. Where there were more mentor hours “{outcome}” rose more (by {slope|decimal2:point,points} per 10 hours, 95% interval {low..high|decimal2}). This is an association; it does not prove a cause.
-- withdraw_lv: Intervāls ietver nulli vai pārbaude ar izlozi ir sākta.
-- withdraw_en: The interval holds zero, or a trial by lot has begun.
SELECT ci_low > 0 AS called, ci_low <= 0 AS withdrawn, CASE WHEN n < :least_communities THEN 'communities' END AS missing,
       n, 10 * estimate AS slope, 10 * ci_low AS low, 10 * ci_high AS high, 'very_low' AS grade, 1 AS maryland,
       i.name_lv AS outcome_lv, i.name_en AS outcome_en, (SELECT figure FROM analysis_latest WHERE kpi = 'consultations' AND region = 'LV') AS evidence
FROM analysis_rule_estimate
LEFT JOIN ingest_instrument AS i ON i.instrument = (SELECT outcome FROM analysis_plan WHERE role = 'primary' ORDER BY rowid LIMIT 1)
WHERE recommendation = 'test_dose' AND name = 'dose' AND term = 'mentor_hours'
