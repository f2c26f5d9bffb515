-- kind: table
-- about: every term of every estimate, for the annex
-- title_lv: Visi aprēķinātie lielumi
-- title_en: All computed terms
-- note_lv: Lielumu nozīme – metodikas pielikumā. „–”: godīgu skaitli nevarēja aprēķināt; iemesls – piezīmē.
-- note_en: Terms are explained in the methodology annex. "–": no honest number could be had; the note says why.
-- empty_lv: Aprēķinātu lielumu vēl nav.
-- empty_en: There are no computed terms yet.
-- group: plan
-- column plan: text | Plāna rinda | Plan row | hidden
-- column term: text | Lielums | Term | role=label
-- column estimate: decimal3 | Vērtība | Value | main | figure=estimate
-- column se: decimal3 | Standartkļūda | SE | figure=se
-- column df: decimal1 | Brīvības pakāpes | df
-- column p: p | p vērtība | p-value | figure=p
-- column ci_low: decimal3 | No | From | figure=ci_low
-- column ci_high: decimal3 | Līdz | To | figure=ci_high
-- column n: integer | n | n | figure=n
-- column n_clusters: integer | Kopienas | Communities
SELECT plan, term, estimate, se, df, p, ci_low, ci_high, n, n_clusters, figure,
    CASE WHEN hidden THEN 'hidden' END AS estimate_state, CASE WHEN hidden THEN 'hidden' END AS n_state
FROM analysis_estimate_published
ORDER BY plan, position, term
LIMIT 400
