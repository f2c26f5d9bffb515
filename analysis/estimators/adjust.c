/* adjust: p-values adjusted for their number.
 * Reference: Holm (1979); Hochberg (1988); Benjamini and Hochberg (1995); Benjamini and Yekutieli
 * (2001); p.adjust. METHODOLOGY.md: estimator-adjust. */
#include "analysis/statistic.h"

#include <math.h>
#include <stdlib.h>

static const Option OPTIONS[] = {
    {"p", OPTION_COLUMN, true, NULL, {"p vērtības", "p-values"}, true},
    {"method", OPTION_CHOICE, false, "holm|hochberg|bh|by", {"metode", "method"}, false},
};

typedef struct {
    double p;
    int at;
} Ranked;

static int compare_ranked(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    if (a->p != b->p)
        return a->p < b->p ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* Factor of the p-value of rank i (from 1) of n. */
static double factor_of(const Spec *spec, int i, int n)
{
    double harmonic = 0.0;
    if (spec_is(spec, "method", "bh"))
        return (double)n / i;
    if (!spec_is(spec, "method", "by"))
        return n - i + 1.0;
    for (int k = 1; k <= n; k++)
        harmonic += 1.0 / k;
    return harmonic * n / i;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column *p = spec_column(spec, frame, "p");
    if (!column_check_range(frame, p, 0.0, 1.0, "0 … 1", diag))
        return false;
    Ranked *list = arena_new(arena, Ranked, frame->nrow + 1);
    double *adjusted = arena_new(arena, double, frame->nrow + 1);
    int n = 0;
    for (int i = 0; i < frame->nrow; i++) {
        adjusted[i] = NAN;
        if (!isnan(p->x[i]))
            list[n++] = (Ranked){p->x[i], i};
    }
    qsort(list, (size_t)n, sizeof *list, compare_ranked);
    bool down = spec_is(spec, "method", "holm"); /* step-down: running maximum from the smallest */
    double limit = down ? 0.0 : 1.0;
    for (int step = 0; step < n; step++) {
        int i = down ? step : n - 1 - step;
        double value = fmin(1.0, list[i].p * factor_of(spec, i + 1, n));
        limit = down ? fmax(limit, value) : fmin(limit, value);
        adjusted[list[i].at] = limit;
    }
    for (int i = 0; i < frame->nrow; i++) {
        Estimate *row = statistic_row(out, arena_format(arena, "row[%d]", i + 1), n);
        row->estimate = row->p = adjusted[i];
        if (isnan(adjusted[i]))
            estimate_note(out, row, "missing");
    }
    return true;
}

const Estimator estimator_adjust = {
    .id = "adjust",
    .title = {"p vērtību korekcija", "Adjusted p-values"},
    .estimates = {"p vērtības, kas ņem vērā pārbaužu skaitu",
                  "p-values that take their number into account"},
    .assumptions =
        {"holm un by – jebkura atkarība; hochberg un bh – neatkarīgas vai pozitīvi saistītas "
         "pārbaudes",
         "holm and by: any dependence; hochberg and bh: independent or positively dependent tests"},
    .formula = "R p.adjust",
    .reference =
        "Holm (1979); Hochberg (1988); Benjamini & Hochberg (1995); Benjamini & Yekutieli (2001)",
    .terms = "row[i]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .keep_order = true,
    .run = run,
};
