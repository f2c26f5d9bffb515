/* inequality: how unevenly something is spread over units.
 * Assumes values are not negative. Reference: Cowell (2011). METHODOLOGY.md: estimator-inequality.
 */
#include "analysis/linear/design.h"
#include "analysis/random.h"
#include "analysis/statistic.h"

#include <math.h>
#include <stdlib.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"unit",
     OPTION_GROUP,
     false,
     NULL,
     {"vienība, kuras rindas saskaita", "unit whose rows are added up"},
     false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
};

enum { NMEASURE = 4 };
static const char *const MEASURES[NMEASURE] = {"gini", "theil", "cv", "herfindahl"};

typedef struct {
    double y, weight;
} Value;

static int compare_values(const void *left, const void *right)
{
    const Value *a = left, *b = right;
    return (a->y > b->y) - (a->y < b->y);
}

/* `list` is sorted by y. cv with n − 1 in the units of rows. */
static void measure(const Value *list, int n, double *result)
{
    double weights = 0.0, sum = 0.0, gini = 0.0, theil = 0.0, squares = 0.0, shares = 0.0;
    for (int i = 0; i < n; i++) {
        gini += list[i].weight * list[i].y * (2.0 * weights + list[i].weight);
        weights += list[i].weight;
        sum += list[i].weight * list[i].y;
    }
    double mean = sum / weights;
    for (int i = 0; i < n; i++) {
        double ratio = list[i].y / mean, share = list[i].weight * list[i].y / sum;
        theil += ratio > 0.0 ? list[i].weight / weights * ratio * log(ratio) : 0.0;
        squares += list[i].weight / weights * (list[i].y - mean) * (list[i].y - mean);
        shares += share * share;
    }
    result[0] = gini / (weights * sum) - 1.0;
    result[1] = theil;
    result[2] = n > 1 ? sqrt(squares * n / (n - 1.0)) / mean : NAN;
    result[3] = shares;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    const double *weight;
    if (!design_weights(&rows, spec, arena, diag, &weight))
        return false;
    const Column *y = spec_column(spec, &rows, "y");
    if (!column_check_range(&rows, y, 0.0, INFINITY, "≥ 0", diag))
        return false;
    const Column *unit = spec_column(spec, &rows, "unit");
    int n = unit ? unit->nlevel : rows.nrow, reps = spec->reps_given ? spec->reps : 999;
    Value *list = arena_new(arena, Value, n + 1), *drawn = arena_new(arena, Value, n + 1);
    double result[NMEASURE],
        sum = 0.0, *draw = arena_alloc(arena, sizeof(double), (size_t)reps * NMEASURE + 1);
    for (int i = 0; i < rows.nrow; i++) {
        Value *value = &list[unit ? (int)unit->x[i] : i];
        *value = (Value){value->y + y->x[i], weight ? weight[i] : 1.0};
        sum += y->x[i];
    }
    qsort(list, (size_t)n, sizeof *list, compare_values);
    Random random = random_open(spec->seed, "inequality");
    for (int rep = 0; rep < reps && sum > 0.0; rep++) {
        for (int i = 0; i < n; i++)
            drawn[i] = list[random_below(&random, (uint32_t)n)];
        qsort(drawn, (size_t)n, sizeof *drawn, compare_values);
        measure(drawn, n, result);
        for (int k = 0; k < NMEASURE; k++)
            draw[k * reps + rep] = isnan(result[k]) ? 0.0 : result[k];
    }
    if (sum > 0.0)
        measure(list, n, result);
    for (int k = 0; k < NMEASURE; k++) {
        Estimate *row = statistic_row(out, MEASURES[k], n);
        if (!(sum > 0.0) || n < 2) {
            estimate_note(out, row, n < 2 ? "n<2" : "zero sum");
            continue;
        }
        statistic_sort(draw + k * reps, reps);
        row->estimate = result[k];
        row->ci_low = statistic_quantile(draw + k * reps, reps, (1.0 - spec->conf) / 2.0);
        row->ci_high = statistic_quantile(draw + k * reps, reps, (1.0 + spec->conf) / 2.0);
        estimate_note(out, row, "bootstrap interval");
    }
    return true;
}

const Estimator estimator_inequality = {
    .id = "inequality",
    .title = {"Nevienlīdzība", "Inequality"},
    .estimates = {"cik nevienmērīgi kaut kas sadalīts", "how unevenly something is spread"},
    .assumptions = {"vērtības nav negatīvas", "values are not negative"},
    .formula = "gini = sum_ij |y_i - y_j|/(2 n^2 mean); theil = mean(y/m ln y/m); cv with n-1; "
               "herfindahl = sum of squared shares; percentile bootstrap",
    .reference = "Cowell (2011), Measuring Inequality",
    .terms = "gini, theil, cv, herfindahl",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
