/* control_chart: whether a series changes by more than its usual variation.
 * Assumes periods are alike but for chance. Reference: Wheeler (2000); Western Electric (1956).
 * METHODOLOGY.md: estimator-control_chart. */
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"time", OPTION_GROUP, true, NULL, {"laiks", "time"}, false},
    {"kind", OPTION_CHOICE, false, "xmr|p|u", {"veids", "kind"}, false},
    {"denominator",
     OPTION_COLUMN,
     false,
     NULL,
     {"saucējs (p un u)", "denominator (p and u)"},
     false},
};

typedef struct {
    int n;
    double *value, *sigma, centre, spread;
} Chart;

static void xmr(Chart *chart)
{
    double range = 0.0;
    for (int i = 1; i < chart->n; i++)
        range += fabs(chart->value[i] - chart->value[i - 1]) / (chart->n - 1.0);
    chart->centre = statistic_mean(chart->value, chart->n);
    chart->spread = range * 2.66 / 3.0;
    for (int i = 0; i < chart->n; i++)
        chart->sigma[i] = chart->spread;
}

/* p and u: limits by each period's denominator. */
static void attribute(Chart *chart, const double *count, const double *denominator, bool share)
{
    double events = 0.0, base = 0.0;
    for (int i = 0; i < chart->n; i++) {
        events += count[i];
        base += denominator[i];
        chart->value[i] = count[i] / denominator[i];
    }
    chart->centre = events / base;
    double variance = share ? chart->centre * (1.0 - chart->centre) : chart->centre;
    chart->spread = sqrt(variance / (base / chart->n));
    for (int i = 0; i < chart->n; i++)
        chart->sigma[i] = sqrt(variance / denominator[i]);
}

/* Of the last `span` points up to i, at least `need` on one side beyond `far` sigmas. */
static bool beyond(const Chart *chart, int i, int span, int need, double far)
{
    int above = 0, below = 0;
    if (i + 1 < span)
        return false;
    for (int k = i - span + 1; k <= i; k++) {
        above += chart->value[k] > chart->centre + far * chart->sigma[k];
        below += chart->value[k] < chart->centre - far * chart->sigma[k];
    }
    return above >= need || below >= need;
}

static int signal_of(const Chart *chart, int i)
{
    if (beyond(chart, i, 1, 1, 3.0))
        return 1;
    if (beyond(chart, i, 3, 2, 2.0))
        return 2;
    if (beyond(chart, i, 5, 4, 1.0))
        return 3;
    return beyond(chart, i, 8, 8, 0.0) ? 4 : 0;
}

static const char *time_label(const Column *time, int i, Arena *arena)
{
    return time->level ? time->level[(int)time->x[i]] : arena_format(arena, "%.15g", time->x[i]);
}

static void report(const Chart *chart, const Column *time, Arena *arena, EstimateList *out)
{
    statistic_row(out, "centre", chart->n)->estimate = chart->centre;
    statistic_row(out, "sigma", chart->n)->estimate = chart->spread;
    for (int i = 0; i < chart->n; i++)
        estimate_addf(out, "limit_low[%s]", time_label(time, i, arena))->estimate =
            chart->centre - 3.0 * chart->sigma[i];
    for (int i = 0; i < chart->n; i++)
        estimate_addf(out, "limit_high[%s]", time_label(time, i, arena))->estimate =
            chart->centre + 3.0 * chart->sigma[i];
    for (int i = 0; i < chart->n; i++)
        estimate_addf(out, "signal[%s]", time_label(time, i, arena))->estimate =
            signal_of(chart, i);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column *y = spec_column(spec, frame, "y"), *time = spec_column(spec, frame, "time");
    const Column *denominator = spec_column(spec, frame, "denominator");
    int n = frame->nrow;
    bool counted = !spec_is(spec, "kind", "xmr");
    if (counted && !denominator)
        return diag_fail(diag, spec->places.first, MSG_ESTIMATE_REQUIRED, spec->estimator->id,
                         "denominator");
    if (counted && !column_check_range(frame, denominator, 1e-300, INFINITY, "> 0", diag))
        return false;
    Chart chart = {n, arena_new(arena, double, n + 1), arena_new(arena, double, n + 1), NAN, NAN};
    for (int i = 0; i < n; i++)
        chart.value[i] = y->x[i];
    if (counted)
        attribute(&chart, y->x, denominator->x, spec_is(spec, "kind", "p"));
    else
        xmr(&chart);
    if (n < 2 || !(chart.spread > 0.0)) {
        Estimate *row = statistic_row(out, "centre", n);
        row->estimate = chart.centre;
        estimate_note(out, row, n < 2 ? "n<2" : "zero variance");
        return true;
    }
    report(&chart, time, arena, out);
    return true;
}

const Estimator estimator_control_chart = {
    .id = "control_chart",
    .title = {"Kontroles karte", "Control chart"},
    .estimates = {"vai rinda mainās vairāk nekā parasti",
                  "whether a series changes by more than usual"},
    .assumptions = {"periodi ir līdzīgi, izņemot nejaušību", "periods are alike but for chance"},
    .formula = "xmr: mean +- 2.66 mean moving range; p, u: centre +- 3 sigma/sqrt(n); signal: "
               "Western Electric rules 1-4 (0: none)",
    .reference = "Wheeler (2000); Western Electric (1956)",
    .terms = "centre, sigma, limit_low[t], limit_high[t], signal[t]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .keep_order = true,
    .run = run,
};
