-- position: 11
-- subject: second_year
-- addressee_lv: Kultūras ministrija, Latvijas Pilsoniskā alianse
-- addressee_en: Ministry of Culture, Civic Alliance – Latvia
-- evidence: count
-- decide_lv: nākamajā konkursā
-- decide_en: in the next call
-- threshold least_communities: 20 | mazākam kopienu skaitam par kopienām neko nesecina | nothing is concluded on communities from fewer
-- threshold most_active: 0.75 | ja darbojas trīs no četrām kopienām, otrs gads nav vajadzīgs | if three of four communities go on, no second year is needed
-- estimate active: proportion | community | y=active_after
-- missing nothing: gadu pēc atbalsta pārbaudītu kopienu nav | no community was checked a year after support
-- missing communities: gadu pēc atbalsta pārbaudīto kopienu skaits – {n|integer}, vajag vismaz {least_communities|integer} | communities checked a year after support: {n|integer}, at least {least_communities|integer} needed
-- title_lv: Paredzēt otru gadu ar mentora atbalstu
-- title_en: Provide a second year of mentoring
-- text_lv: Pēc 12 atbalsta mēnešiem paredzēt otru gadu ar mentora atbalstu bez granta. Gadu pēc atbalsta beigām darbojas {share|percent} kopienu (95 % ticamības intervāls {low..high|percent}).
-- text_en: After the 12 months provide a second year of mentoring without a grant. A year after support ended {share|percent} of communities are active (95% interval {low..high|percent}).
-- withdraw_lv: Intervāla apakšējā robeža ir vismaz {most_active|percent}.
-- withdraw_en: The lower bound of the interval is at least {most_active|percent}.
SELECT ci_high < :most_active AS called, ci_low >= :most_active AS withdrawn,
       CASE WHEN n < :least_communities THEN 'communities' END AS missing,
       estimate AS share, ci_low AS low, ci_high AS high, n, completeness,
       (SELECT figure FROM analysis_latest WHERE kpi = 'communities_active_after' AND region = 'LV') AS evidence
FROM analysis_rule_estimate
JOIN analysis_completeness
WHERE recommendation = 'second_year' AND name = 'active' AND term = 'proportion'
