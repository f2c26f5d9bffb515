/* trend: whether a series rises or falls, without assuming a shape.
 * Assumes independent periods. Reference: Mann (1945); Kendall (1975); Sen (1968). METHODOLOGY.md:
 * estimator-trend. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"time", OPTION_COLUMN, true, NULL, {"laiks", "time"}, false},
};

typedef struct {
    double pairs, cubic, quad; /* Σ t(t−1)/2, Σ t(t−1)(2t+5), Σ t(t−1)(t−2) over ties */
} Ties;

static Ties count_ties(const double *x, int n, Arena *arena)
{
    double *sorted = arena_new(arena, double, n + 1);
    Ties ties = {0.0, 0.0, 0.0};
    for (int i = 0; i < n; i++)
        sorted[i] = x[i];
    statistic_sort(sorted, n);
    for (int from = 0, to; from < n; from = to) {
        for (to = from; to < n && sorted[to] == sorted[from]; to++)
            ;
        double t = to - from;
        ties.pairs += t * (t - 1.0) / 2.0;
        ties.cubic += t * (t - 1.0) * (2.0 * t + 5.0);
        ties.quad += t * (t - 1.0) * (t - 2.0);
    }
    return ties;
}

static double variance_of_s(const Ties *a, const Ties *b, double n)
{
    double v = (n * (n - 1.0) * (2.0 * n + 5.0) - a->cubic - b->cubic) / 18.0;
    v += 2.0 * a->pairs * b->pairs / (n * (n - 1.0));
    return n > 2.0 ? v + a->quad * b->quad / (9.0 * n * (n - 1.0) * (n - 2.0)) : v;
}

static void add_slope(const double *y, const double *time, int n, double variance, double conf,
                      Arena *arena, EstimateList *out)
{
    double *slope = arena_new(arena, double, n *(n - 1) / 2 + 1);
    int count = 0;
    for (int i = 0; i < n; i++)
        for (int k = i + 1; k < n; k++)
            if (time[i] != time[k])
                slope[count++] = (y[k] - y[i]) / (time[k] - time[i]);
    Estimate *row = statistic_row(out, "sen_slope", n);
    if (count == 0) {
        estimate_note(out, row, "zero variance");
        return;
    }
    statistic_sort(slope, count);
    row->estimate = statistic_quantile(slope, count, 0.5);
    double reach = distribution_normal_quantile(0.5 + conf / 2.0) * sqrt(variance);
    int low = (int)rint((count - reach) / 2.0), high = (int)rint((count + reach) / 2.0 + 1.0);
    if (low < 1 || high > count) {
        estimate_note(out, row, "too few points for an interval");
        return;
    }
    row->ci_low = slope[low - 1];
    row->ci_high = slope[high - 1];
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    int n = frame->nrow;
    const double *y = spec_column(spec, frame, "y")->x, *time = spec_column(spec, frame, "time")->x;
    double s = 0.0, pairs = n * (n - 1.0) / 2.0;
    for (int i = 0; i < n; i++)
        for (int k = i + 1; k < n; k++) {
            double product = (y[k] - y[i]) * (time[k] - time[i]);
            s += (product > 0.0) - (product < 0.0);
        }
    Ties ty = count_ties(y, n, arena), tt = count_ties(time, n, arena);
    double variance = variance_of_s(&ty, &tt, n),
           base = sqrt((pairs - ty.pairs) * (pairs - tt.pairs));
    Estimate *row = statistic_row(out, "kendall_tau", n);
    if (n < 3 || !(base > 0.0) || !(variance > 0.0))
        estimate_note(out, row, n < 3 ? "n<3" : "zero variance");
    else {
        row->estimate = s / base;
        row->statistic = (s - (s > 0.0 ? 1.0 : s < 0.0 ? -1.0 : 0.0)) / sqrt(variance);
        row->p = distribution_t_two_sided(row->statistic, NAN);
    }
    add_slope(y, time, n, fmax(variance, 0.0), spec->conf, arena, out);
    return true;
}

const Estimator estimator_trend = {
    .id = "trend",
    .title = {"Tendence", "Trend"},
    .estimates = {"vai rinda aug vai krīt", "whether a series rises or falls"},
    .assumptions = {"periodi ir neatkarīgi", "periods are independent"},
    .formula =
        "tau_b; z = (S -+ 1)/sqrt(var S) with ties; sen_slope: median of slopes, interval by ranks",
    .reference = "Mann (1945); Kendall (1975); Sen (1968)",
    .terms = "kendall_tau, sen_slope",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "kendall_tau",
    .keep_order = true,
    .run = run,
};
