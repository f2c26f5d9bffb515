-- kind: bars
-- about: completed initiatives by theme, whole country
-- title_lv: Īstenotās iniciatīvas pēc mērķa
-- title_en: Completed initiatives by theme
-- subtitle_lv: Iniciatīvu skaits, valstī kopā, kopš projekta sākuma
-- subtitle_en: Number of initiatives, whole country, since the start
-- note_lv: Katrai iniciatīvai ir viens mērķis, kuru norāda pieteicējs. „…” – dati nav publicējami to konfidencialitātes dēļ.
-- note_en: Each initiative has one theme, named by the applicant. “…”: not publishable for confidentiality.
-- empty_lv: Iniciatīvu vēl nav.
-- empty_en: There are no initiatives yet.
-- column title: text | Mērķis | Theme | role=label | main
-- column completed: integer | Īstenotas | Completed | role=y | figure=completed
-- column approved: integer | Apstiprinātas | Approved | figure=approved
-- column granted_eur: eur | Piešķirts | Granted | figure=granted_eur
-- column spent_eur: eur | Izlietots | Spent | figure=spent_eur
-- column volunteer_hours: integer | Brīvprātīgā darba stundas | Volunteer hours | figure=volunteer_hours
SELECT
    title_lv, title_en, approved, completed, granted_eur, spent_eur, volunteer_hours, figure,
    CASE WHEN completed IS NULL THEN 'hidden' END AS completed_state,
    CASE WHEN approved IS NULL THEN 'hidden' END AS approved_state,
    CASE WHEN granted_eur IS NULL THEN 'hidden' END AS granted_eur_state,
    CASE WHEN spent_eur IS NULL THEN 'hidden' END AS spent_eur_state,
    CASE WHEN volunteer_hours IS NULL THEN 'hidden' END AS volunteer_hours_state
FROM metrics_initiative_published
WHERE breakdown = 'theme' AND region = 'LV'
ORDER BY title_lv
