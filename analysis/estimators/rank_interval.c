/* rank_interval: which ranks the data leave open for each unit.
 * Assumes independent, roughly normal estimates. Reference: Klein, Wright and Wieczorek (2020),
 * JRSS-A 183. METHODOLOGY.md: estimator-rank_interval. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"estimate", OPTION_COLUMN, true, NULL, {"novērtējumi", "estimates"}, false},
    {"se", OPTION_COLUMN, true, NULL, {"standartkļūdas", "standard errors"}, false},
    {"unit", OPTION_GROUP, true, NULL, {"vienība", "unit"}, false},
};

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column *estimate = spec_column(spec, frame, "estimate"),
                 *se = spec_column(spec, frame, "se");
    const Column *unit = spec_column(spec, frame, "unit");
    int k = frame->nrow;
    if (!column_check_range(frame, se, 0.0, INFINITY, "≥ 0", diag))
        return false;
    double *rank = arena_new(arena, double, k + 1);
    double quantile = distribution_normal_quantile(0.5 + pow(spec->conf, 1.0 / k) / 2.0);
    statistic_ranks(estimate->x, k, rank, arena);
    for (int i = 0; i < k; i++) {
        int above = 0, below = 0;
        double low = estimate->x[i] - quantile * se->x[i],
               high = estimate->x[i] + quantile * se->x[i];
        for (int other = 0; other < k; other++) {
            above += estimate->x[other] - quantile * se->x[other] > high;
            below += estimate->x[other] + quantile * se->x[other] < low;
        }
        Estimate *row = estimate_addf(out, "rank[%s]", unit->level[(int)unit->x[i]]);
        row->n = k;
        row->estimate = k + 1.0 - rank[i];
        row->ci_low = 1.0 + above;
        row->ci_high = k - below;
    }
    return true;
}

const Estimator estimator_rank_interval = {
    .id = "rank_interval",
    .title = {"Vietu intervāli", "Rank intervals"},
    .estimates = {"kuras vietas katrai vienībai dati pieļauj",
                  "which ranks the data leave open for each unit"},
    .assumptions = {"novērtējumi ir neatkarīgi un aptuveni normāli",
                    "estimates are independent and roughly normal"},
    .formula = "intervals at conf^(1/k); low = 1 + units wholly above, high = k - units wholly "
               "below; rank 1 = highest",
    .reference = "Klein, Wright & Wieczorek (2020), JRSS-A 183",
    .terms = "rank[unit]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
