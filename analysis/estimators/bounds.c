/* bounds: what attrition could have done to a difference of means.
 * Lee assumes that treatment moves answering in one direction only; Manski assumes nothing but the
 * range of y. Reference: Lee (2009), REStud 76; Manski (1990). METHODOLOGY.md: estimator-bounds. */
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, true},
    {"treated", OPTION_COLUMN, true, NULL, {"atbalstīts (0/1)", "treated (0/1)"}, false},
    {"answered", OPTION_COLUMN, true, NULL, {"atbildēja (0/1)", "answered (0/1)"}, false},
    {"min",
     OPTION_NUMBER,
     false,
     NULL,
     {"mazākā iespējamā vērtība", "lowest possible value"},
     false},
    {"max",
     OPTION_NUMBER,
     false,
     NULL,
     {"lielākā iespējamā vērtība", "highest possible value"},
     false},
};

/* Mean of sorted values without `cut` of them (a part of one counts as a part) at one end. */
static double trimmed_mean(const double *sorted, int n, double cut, bool top)
{
    double sum = 0.0, left = n - cut;
    for (int i = 0; i < n && left > 0.0; i++) {
        double weight = fmin(1.0, left);
        sum += weight * sorted[top ? i : n - 1 - i];
        left -= weight;
    }
    return sum / (n - cut);
}

static void add(EstimateList *out, const char *term, int n, double value, const char *note)
{
    Estimate *row = statistic_row(out, term, n);
    row->estimate = note ? NAN : value;
    if (note)
        estimate_note(out, row, note);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column *y = spec_column(spec, frame, "y"), *treated = spec_column(spec, frame, "treated");
    const Column *answered = spec_column(spec, frame, "answered");
    int n = frame->nrow, all[2] = {0, 0}, seen[2] = {0, 0};
    if (!column_check_binary(frame, treated, diag) || !column_check_binary(frame, answered, diag))
        return false;
    double *value[2] = {arena_new(arena, double, n + 1), arena_new(arena, double, n + 1)};
    double least = INFINITY, most = -INFINITY;
    for (int i = 0; i < n; i++) {
        int g = treated->x[i] > 0.5;
        all[g]++;
        if (answered->x[i] < 0.5 || isnan(y->x[i]))
            continue;
        value[g][seen[g]++] = y->x[i];
        least = fmin(least, y->x[i]);
        most = fmax(most, y->x[i]);
    }
    const char *note = seen[0] && seen[1] ? NULL : "empty group";
    double low = spec_number(spec, "min"), high = spec_number(spec, "max");
    low = isnan(low) ? least : low;
    high = isnan(high) ? most : high;
    double lee_low = NAN, lee_high = NAN, manski_low = NAN, manski_high = NAN;
    if (!note) {
        double share[2] = {(double)seen[0] / all[0], (double)seen[1] / all[1]}, mean[2];
        int more = share[1] > share[0]; /* the group that answered more is trimmed */
        double cut = (share[more] - share[1 - more]) / share[more] * seen[more];
        for (int g = 0; g < 2; g++) {
            statistic_sort(value[g], seen[g]);
            mean[g] = statistic_mean(value[g], seen[g]);
        }
        double without_top = trimmed_mean(value[more], seen[more], cut, true);
        double without_bottom = trimmed_mean(value[more], seen[more], cut, false);
        lee_low = more ? without_top - mean[0] : mean[1] - without_bottom;
        lee_high = more ? without_bottom - mean[0] : mean[1] - without_top;
        manski_low = share[1] * mean[1] + (1.0 - share[1]) * low - share[0] * mean[0] -
                     (1.0 - share[0]) * high;
        manski_high = share[1] * mean[1] + (1.0 - share[1]) * high - share[0] * mean[0] -
                      (1.0 - share[0]) * low;
    }
    add(out, "lee_low", n, lee_low, note);
    add(out, "lee_high", n, lee_high, note);
    add(out, "manski_low", n, manski_low, note);
    add(out, "manski_high", n, manski_high, note);
    return true;
}

const Estimator estimator_bounds = {
    .id = "bounds",
    .title = {"Atbiruma robežas", "Attrition bounds"},
    .estimates = {"starp kādām robežām ietekme ir, lai kā būtu atbildējuši aizgājušie",
                  "between which limits the effect lies whatever the leavers would have said"},
    .assumptions = {"Lī: atbalsts maina atbildēšanu vienā virzienā; Manska: nekas",
                    "Lee: support moves answering one way; Manski: nothing"},
    .formula = "Lee: the group that answered more loses q = (r_more - r_less)/r_more at the top or "
               "bottom; Manski: missing = min or max",
    .reference = "Lee (2009), REStud 76; Manski (1990)",
    .terms = "lee_low, lee_high, manski_low, manski_high",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "lee_low",
    .run = run,
};
