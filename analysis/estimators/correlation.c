/* correlation: Pearson's r or Spearman's rho.
 * Assumes independent rows; the interval also roughly normal values. Reference: Fisher (1921).
 * METHODOLOGY.md: estimator-correlation. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"x", OPTION_COLUMN, true, NULL, {"otrs mainīgais", "other variable"}, false},
    {"method", OPTION_CHOICE, false, "pearson|spearman", {"veids", "kind"}, false},
};

static double pearson(const double *x, const double *y, int n)
{
    double mx = statistic_mean(x, n), my = statistic_mean(y, n), sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += (x[i] - mx) * (y[i] - my);
    return sum / sqrt(statistic_squares(x, n) * statistic_squares(y, n));
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    int n = frame->nrow;
    const double *y = spec_column(spec, frame, "y")->x, *x = spec_column(spec, frame, "x")->x;
    if (spec_is(spec, "method", "spearman")) {
        double *ry = arena_new(arena, double, n + 1), *rx = arena_new(arena, double, n + 1);
        statistic_ranks(y, n, ry, arena);
        statistic_ranks(x, n, rx, arena);
        y = ry;
        x = rx;
    }
    Estimate *row = statistic_row(out, "correlation", n);
    double r = n > 1 ? pearson(x, y, n) : NAN;
    if (isnan(r)) {
        estimate_note(out, row, n > 1 ? "zero variance" : "n<2");
        return true;
    }
    row->estimate = fmax(-1.0, fmin(1.0, r));
    row->df = n - 2.0;
    if (n < 4 || fabs(r) >= 1.0) {
        estimate_note(out, row, n < 4 ? "n<4" : "zero variance");
        return true;
    }
    row->statistic = r * sqrt((n - 2.0) / (1.0 - r * r));
    row->p = distribution_t_two_sided(row->statistic, n - 2.0);
    double reach = distribution_normal_quantile(0.5 + spec->conf / 2.0) / sqrt(n - 3.0);
    row->ci_low = tanh(atanh(r) - reach);
    row->ci_high = tanh(atanh(r) + reach);
    return true;
}

const Estimator estimator_correlation = {
    .id = "correlation",
    .title = {"Korelācija", "Correlation"},
    .estimates = {"cik cieši divi mainīgie saistīti", "how closely two variables go together"},
    .assumptions = {"rindas ir neatkarīgas; intervālam – aptuveni normālas vērtības",
                    "rows are independent; for the interval roughly normal values"},
    .formula = "r; t = r sqrt((n-2)/(1-r^2)); interval tanh(atanh r +- z/sqrt(n-3)); spearman: r "
               "of midranks",
    .reference = "Fisher (1921)",
    .terms = "correlation",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "correlation",
    .run = run,
};
