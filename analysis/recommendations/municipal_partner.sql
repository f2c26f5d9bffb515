-- position: 12
-- subject: municipalities
-- addressee_lv: Pašvaldības, Latvijas Pašvaldību savienība, Viedās administrācijas un reģionālās attīstības ministrija
-- addressee_en: Municipalities, Latvian Association of Local and Regional Governments, Ministry of Smart Administration and Regional Development
-- evidence: count
-- decide_lv: pirms nākamā gada budžeta
-- decide_en: before the next year’s budget
-- threshold least_communities: 20 | mazākam kopienu skaitam par kopienām neko nesecina | nothing is concluded on communities from fewer
-- threshold most_cooperating: 0.6 | ja sadarbība ir retāka, tā nav kļuvusi par kārtību | below this cooperation has not become the rule
-- threshold enough_cooperating: 0.8 | ar šādu daļu sadarbība ir kļuvusi par kārtību | at this share cooperation has become the rule
-- estimate cooperation: proportion | community | y=cooperation
-- missing nothing: par sadarbību ar pašvaldību datu nav | there are no data on cooperation with municipalities
-- missing communities: kopienu skaits, par kurām sadarbība zināma, – {n|integer}, vajag vismaz {least_communities|integer} | communities whose cooperation is known: {n|integer}, at least {least_communities|integer} needed
-- title_lv: Katrā pašvaldībā noteikt kontaktpersonu darbam ar kopienām
-- title_en: Name a contact person for communities in each municipality
-- text_lv: Katrā pašvaldībā noteikt kontaktpersonu darbam ar kopienām un paredzēt nelielu līdzfinansējumu kopienu iniciatīvām. Sadarbība ar pašvaldību ir {share|percent} atbalstīto kopienu (95 % ticamības intervāls {low..high|percent}).
-- text_en: Name a contact person for communities in each municipality and set aside modest co-funding for their initiatives. {share|percent} of supported communities work with their municipality (95% interval {low..high|percent}).
-- withdraw_lv: Sadarbība ar pašvaldību ir vismaz {enough_cooperating|percent} atbalstīto kopienu.
-- withdraw_en: At least {enough_cooperating|percent} of supported communities work with their municipality.
SELECT estimate < :most_cooperating AS called, estimate >= :enough_cooperating AS withdrawn,
       CASE WHEN n < :least_communities THEN 'communities' END AS missing,
       estimate AS share, ci_low AS low, ci_high AS high, n, completeness,
       (SELECT figure FROM analysis_latest WHERE kpi = 'communities_supported' AND region = 'LV') AS evidence,
       (SELECT sum(residents) FROM metrics_municipality_published) AS residents
FROM analysis_rule_estimate
JOIN analysis_completeness
WHERE recommendation = 'municipal_partner' AND name = 'cooperation' AND term = 'proportion'
