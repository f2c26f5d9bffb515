-- kind: table
-- about: initiatives by theme and by applicant
-- title_lv: Iniciatīvas pēc temata un pieteicēja
-- title_en: Initiatives by theme and applicant
-- subtitle_lv: Apstiprinātās un pabeigtās iniciatīvas, piešķirtais un izlietotais finansējums kopš projekta sākuma
-- subtitle_en: Approved and completed initiatives, money granted and spent since the start
-- empty_lv: Iniciatīvu dati nav iesniegti.
-- empty_en: No data on initiatives were delivered.
-- note_lv: Avots: iniciatīvu saraksti.
-- note_en: Source: lists of initiatives.
-- group: breakdown
-- column breakdown: text | Dalījums | Breakdown | hidden
-- column title: text | Veids | Kind | role=label
-- column approved: integer | Apstiprinātas | Approved | figure=approved
-- column completed: integer | Pabeigtas | Completed | main | figure=completed
-- column granted_eur: eur | Piešķirts | Granted | figure=granted_eur
-- column spent_eur: eur | Izlietots | Spent | figure=spent_eur
SELECT
    CASE breakdown WHEN 'theme' THEN 'Temats' WHEN 'applicant' THEN 'Pieteicējs' ELSE 'Kopienas briedums' END AS breakdown_lv,
    CASE breakdown WHEN 'theme' THEN 'Theme' WHEN 'applicant' THEN 'Applicant' ELSE 'Stage of the community' END AS breakdown_en,
    title_lv, title_en, approved, completed, granted_eur, spent_eur, figure
FROM metrics_initiative_published
WHERE region = :region AND coalesce(approved, 0) + coalesce(completed, 0) > 0
ORDER BY CASE breakdown WHEN 'theme' THEN 1 WHEN 'applicant' THEN 2 ELSE 3 END, code
