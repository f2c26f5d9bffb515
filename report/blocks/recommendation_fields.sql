-- kind: table
-- about: the four fields of a recommendation (a section gives :recommendation)
-- column addressee: text | Kam | To whom | role=label
-- column decide: by:decide_format | Lemt līdz | Decide by
-- column cost: text | Izmaksas | Cost
-- column withdraw: text | Atsauc, ja | Withdrawn if
SELECT
    addressee_lv, addressee_en, COALESCE(decide_by, decide_lv) AS decide_lv, COALESCE(decide_by, decide_en) AS decide_en,
    CASE WHEN decide_by IS NULL THEN 'text' ELSE 'date' END AS decide_format,
    COALESCE(cost_lv, 'izmaksas nav novērtētas') AS cost_lv, COALESCE(cost_en, 'cost not estimated') AS cost_en,
    withdraw_lv, withdraw_en
FROM analysis_recommendation_published
WHERE recommendation = :recommendation
