-- position: 10
-- subject: centres
-- addressee_lv: Kultūras ministrija
-- addressee_en: Ministry of Culture
-- evidence: count
-- decide_by: 2027-12-31
-- threshold least_basket: 0.9 | groza pakalpojumam jābūt sniegtam deviņos no desmit gadījumiem | a service of the basket must be delivered nine times in ten
-- threshold poor_basket: 0.7 | ja divos periodos sniegts mazāk, vispirms jāuzlabo darbs | if less was delivered in two periods the work comes first
-- threshold least_communities: 20 | mazākam kopienu skaitam par kopienām neko nesecina | nothing is concluded on communities from fewer
-- threshold least_regions: 2 | viena reģiona pieredze nav pietiekama | one region’s experience is not enough
-- missing nothing: groza mērķi nav ievadīti | no targets of the basket were entered
-- missing communities: gadu pēc atbalsta pārbaudīto kopienu skaits – {followed|integer}, vajag vismaz {least_communities|integer} | communities checked a year after support: {followed|integer}, at least {least_communities|integer} needed
-- missing voices: fokusgrupās par darba nepārtrauktību runājuši mazāk nekā {least_regions|integer:reģions,reģioni} | focus groups of fewer than {least_regions|integer} regions spoke of continuity
-- title_lv: Centru minimālo pakalpojumu grozu finansēt daudzgadīgi
-- title_en: Fund the centres’ minimum basket over several years
-- text_lv: Reģionālo NVO atbalsta centru minimālo pakalpojumu grozu finansēt daudzgadīgi, nevis tikai projektu termiņos, jo atbalsts kopienai ilgst vismaz 12 mēnešus un turpinās pēc tā. Groza pakalpojumi sniegti {delivered|percent} gadījumu; gadu pēc atbalsta darbojas {active|percent} kopienu. Ieteikums balstās uz darbības datiem un centru pieredzi, nevis uz ietekmes mērījumu.
-- text_en: Fund the minimum basket of the regional NGO centres over several years and not only within project terms, since support to a community lasts at least 12 months and continues afterwards. Services of the basket were delivered in {delivered|percent} of cases; a year after support {active|percent} of communities are active. This rests on activity data and the centres’ experience, not on a measured effect.
-- withdraw_lv: Divos periodos sniegti mazāk nekā {poor_basket|percent} groza pakalpojumu.
-- withdraw_en: Fewer than {poor_basket|percent} of the basket’s services were delivered in two periods.
WITH service AS (
    SELECT v.period, p.position, v.share_of_target >= 1 AS met
    FROM metrics_value AS v
    JOIN metrics_period AS p ON p.period = v.period AND p.grid = 1 AND p.from_on <= :as_of
    WHERE v.basket = 1 AND v.sex = '' AND v.region <> 'LV' AND v.target_kind = 'incremental' AND v.share_of_target IS NOT NULL
      AND p.to_on >= (SELECT min(supported_from) FROM ingest_community)
      AND EXISTS (SELECT 1 FROM ingest_delivery AS d WHERE d.period = v.period AND d.expected = 1)
),
period AS (
    SELECT period, 1.0 * sum(met) / count(*) AS delivered FROM service GROUP BY period
),
voice AS (
    SELECT count(*) AS regions
    FROM (SELECT region FROM ingest_focus_group WHERE theme = 'continuity' AND held_on <= :as_of
          GROUP BY region HAVING avg(stance) >= 0)
)
SELECT delivered >= :least_basket AND regions >= :least_regions AS called,
       (SELECT count(*) FROM period WHERE delivered < :poor_basket) >= 2 AS withdrawn,
       trim(CASE WHEN followed < :least_communities THEN 'communities;' ELSE '' END
            || CASE WHEN regions < :least_regions THEN 'voices' ELSE '' END, ';') AS missing,
       delivered, followed, active, regions, completeness,
       (SELECT figure FROM analysis_latest WHERE kpi = 'communities_active_after' AND region = 'LV') AS evidence
FROM (SELECT 1.0 * sum(met) / count(*) AS delivered FROM service HAVING count(*) > 0)
JOIN voice
JOIN analysis_completeness
JOIN (SELECT coalesce(max(denominator), 0) AS followed, max(value) AS active
      FROM analysis_latest WHERE kpi = 'communities_active_after' AND region = 'LV')
