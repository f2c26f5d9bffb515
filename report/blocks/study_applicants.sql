-- kind: stacked
-- about: approved initiatives by kind of applicant and region
-- title_lv: Kas saņem finansējumu: apstiprinātās iniciatīvas pēc pieteicēja
-- title_en: Who receives grants: approved initiatives by applicant
-- subtitle_lv: Iniciatīvu skaits pa reģioniem, kopš projekta sākuma
-- subtitle_en: Number of initiatives by region, since the start
-- note_lv: Reģioni ir alfabēta secībā; joslu garums atkarīgs arī no pašvaldību un iedzīvotāju skaita. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Regions in alphabetical order; the length of bars also depends on the number of municipalities and residents. “…”: not publishable for confidentiality.
-- empty_lv: Apstiprinātu iniciatīvu vēl nav.
-- empty_en: There are no approved initiatives yet.
-- column region: text | Reģions | Region | role=label | main
-- column applicant: text | Pieteicējs | Applicant | role=series
-- column approved: integer | Apstiprinātas | Approved | role=y | figure=approved
SELECT
    r.name_lv AS region_lv, r.name_en AS region_en, i.title_lv AS applicant_lv, i.title_en AS applicant_en, i.approved, i.figure,
    CASE WHEN i.approved IS NULL THEN 'hidden' END AS approved_state
FROM metrics_initiative_published AS i
JOIN ingest_region_published AS r ON r.region = i.region
WHERE i.breakdown = 'applicant'
ORDER BY r.position, i.code
