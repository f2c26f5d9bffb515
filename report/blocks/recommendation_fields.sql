-- kind: table
-- about: the four fields of a recommendation (section recommendations gives :recommendation)
-- column addressee: text | Kam | To whom | role=label
-- column decide_by: date | Lemt līdz | Decide by
-- column cost: text | Izmaksas | Cost
-- column withdraw: text | Atsauc, ja | Withdrawn if
SELECT addressee_lv, addressee_en, decide_by, coalesce(cost_lv, 'izmaksas nav novērtētas') AS cost_lv, coalesce(cost_en, 'cost not estimated') AS cost_en, withdraw_lv, withdraw_en
FROM analysis_recommendation_published
WHERE recommendation = :recommendation
