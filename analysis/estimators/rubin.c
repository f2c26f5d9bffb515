/* rubin: estimates from several completed data sets combined.
 * Reference: Rubin (1987); Barnard and Rubin (1999). METHODOLOGY.md: estimator-rubin. */
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"estimate", OPTION_COLUMN, true, NULL, {"novērtējumi", "estimates"}, false},
    {"se", OPTION_COLUMN, true, NULL, {"standartkļūdas", "standard errors"}, false},
    {"df",
     OPTION_VALUE,
     false,
     NULL,
     {"brīvības pakāpes pilniem datiem", "degrees of freedom of complete data"},
     false},
};

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    int m = frame->nrow;
    const double *estimate = spec_column(spec, frame, "estimate")->x,
                 *se = spec_column(spec, frame, "se")->x;
    double *within = arena_new(arena, double, m + 1), complete = spec_value(spec, frame, "df", 0);
    for (int i = 0; i < m; i++)
        within[i] = se[i] * se[i];
    Estimate *row = statistic_row(out, "pooled", m), *share;
    row->estimate = statistic_mean(estimate, m);
    if (m < 2) {
        estimate_note(out, row, "n<2");
        estimate_note(out, statistic_row(out, "fraction_missing", m), "n<2");
        return true;
    }
    double inside = statistic_mean(within, m), between = statistic_variance(estimate, m);
    double extra = (1.0 + 1.0 / m) * between, total = inside + extra, lambda = extra / total;
    double df = extra > 0.0 ? (m - 1.0) / (lambda * lambda) : INFINITY;
    if (isfinite(complete)) {
        double observed = (complete + 1.0) / (complete + 3.0) * complete * (1.0 - lambda);
        df = isinf(df) ? observed : df * observed / (df + observed);
    }
    row->se = sqrt(total);
    row->df = df;
    estimate_infer(out, row, spec->conf);
    double ratio = extra / inside;
    share = statistic_row(out, "fraction_missing", m);
    share->estimate = (ratio + (isinf(df) ? 0.0 : 2.0 / (df + 3.0))) / (ratio + 1.0);
    return true;
}

const Estimator estimator_rubin = {
    .id = "rubin",
    .title = {"Rubina apvienojums", "Rubin's rules"},
    .estimates = {"vienu novērtējumu no vairākām aizpildītām datu kopām",
                  "one estimate from several completed data sets"},
    .assumptions = {"aizpildīšana ir pareiza (proper)", "the imputations are proper"},
    .formula =
        "Q = mean; T = U + (1+1/m) B; Barnard-Rubin df; fraction_missing = (r + 2/(df+3))/(r+1)",
    .reference = "Rubin (1987); Barnard & Rubin (1999), Biometrika 86",
    .terms = "pooled, fraction_missing",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
