/* meta: random-effects summary of estimates from several units (regions).
 * Assumes units are exchangeable draws. Reference: DerSimonian and Laird (1986); Viechtbauer
 * (2005); metafor::rma. METHODOLOGY.md: estimator-meta. */
#include "analysis/meta.h"

#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"estimate", OPTION_COLUMN, true, NULL, {"novērtējumi", "estimates"}, false},
    {"se", OPTION_COLUMN, true, NULL, {"standartkļūdas", "standard errors"}, false},
    {"unit", OPTION_GROUP, true, NULL, {"vienība", "unit"}, false},
    {"method", OPTION_CHOICE, false, "dl|reml", {"metode", "method"}, false},
    {"hksj",
     OPTION_CHOICE,
     false,
     "no|yes",
     {"Hartunga–Knapa korekcija", "Hartung–Knapp correction"},
     false},
};

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)arena;
    const Column *estimate = spec_column(spec, frame, "estimate"),
                 *se = spec_column(spec, frame, "se");
    const Column *unit = spec_column(spec, frame, "unit");
    int k = frame->nrow;
    if (!column_check_range(frame, se, 1e-300, INFINITY, "> 0", diag))
        return false;
    Meta meta;
    bool reml = spec_is(spec, "method", "reml"), knapp = spec_is(spec, "hksj", "yes");
    if (!meta_fit(estimate->x, se->x, k, reml, knapp, &meta)) {
        estimate_note(out, statistic_row(out, "mu", k), k < 2 ? "units<2" : "not converged");
        return true;
    }
    Estimate *row = statistic_row(out, "mu", k);
    row->estimate = meta.mu;
    row->se = meta.se;
    row->df = knapp ? k - 1.0 : NAN;
    estimate_infer(out, row, spec->conf);
    row = statistic_test_row(out, "tau2", k, meta.q, k - 1.0,
                             distribution_chisq_upper(meta.q, k - 1.0));
    row->estimate = meta.tau2;
    statistic_row(out, "i2", k)->estimate = meta.i2;
    row = statistic_row(out, "prediction", k);
    row->estimate = meta.mu;
    row->df = knapp ? k - 1.0 : NAN;
    row->se = sqrt(meta.se * meta.se + meta.tau2);
    double reach = distribution_t_quantile(0.5 + spec->conf / 2.0, row->df) * row->se;
    row->ci_low = meta.mu - reach;
    row->ci_high = meta.mu + reach;
    for (int i = 0; i < k; i++) {
        row = estimate_addf(out, "shrunken[%s]", unit->level[(int)unit->x[i]]);
        meta_shrink(&meta, estimate->x[i], se->x[i], &row->estimate, &row->se);
        reach = distribution_normal_quantile(0.5 + spec->conf / 2.0) * row->se;
        row->ci_low = row->estimate - reach;
        row->ci_high = row->estimate + reach;
    }
    return true;
}

const Estimator estimator_meta = {
    .id = "meta",
    .title = {"Meta analīze", "Meta-analysis"},
    .estimates = {"kopējo vidējo un vienību atšķirību",
                  "the overall mean and how much units differ"},
    .assumptions = {"vienības ir savstarpēji aizvietojamas", "units are exchangeable"},
    .formula = "w = 1/(se^2 + tau2); mu = sum w y/sum w; dl or reml tau2; i2 = tau2/(tau2 + s2); "
               "prediction mu +- q sqrt(se^2 + tau2); shrunken: BLUP",
    .reference = "DerSimonian & Laird (1986); Viechtbauer (2005); Hartung & Knapp (2001)",
    .terms = "mu, tau2, i2, prediction, shrunken[unit]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "mu",
    .run = run,
};
