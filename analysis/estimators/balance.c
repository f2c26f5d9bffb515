/* balance: how alike treated and comparison rows are in what was there before.
 * Reference: Austin (2009), Statistics in Medicine 28; cobalt. Standardised by the unweighted
 * spread of both groups. METHODOLOGY.md: estimator-balance. */
#include "analysis/linear/design.h"
#include "analysis/statistic.h"

#include <math.h>
#include <stdlib.h>

static const Option OPTIONS[] = {
    {"treated", OPTION_COLUMN, true, NULL, {"atbalstīts (0/1)", "treated (0/1)"}, false},
    {"x", OPTION_COLUMNS, true, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
};

typedef struct {
    double x, weight;
    bool treated;
} Point;

static int compare_points(const void *left, const void *right)
{
    const Point *a = left, *b = right;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return (int)a->treated - (int)b->treated;
}

/* Weighted mean and variance (as stats::cov.wt, n − 1 form for equal weights) of one group. */
static void moments(const Point *list, int n, bool treated, bool weighted, double *mean,
                    double *variance)
{
    double sum = 0.0, total = 0.0, squares = 0.0, spread = 0.0;
    for (int i = 0; i < n; i++)
        if (list[i].treated == treated) {
            double w = weighted ? list[i].weight : 1.0;
            sum += w * list[i].x;
            total += w;
            squares += w * w;
        }
    *mean = sum / total;
    for (int i = 0; i < n; i++)
        if (list[i].treated == treated)
            spread += (weighted ? list[i].weight : 1.0) * (list[i].x - *mean) * (list[i].x - *mean);
    *variance = spread / (total - squares / total);
}

static double distance(Point *list, int n)
{
    double total[2] = {0.0, 0.0}, seen[2] = {0.0, 0.0}, most = 0.0;
    qsort(list, (size_t)n, sizeof *list, compare_points);
    for (int i = 0; i < n; i++)
        total[list[i].treated] += list[i].weight;
    for (int from = 0, to; from < n; from = to) {
        for (to = from; to < n && list[to].x == list[from].x; to++)
            seen[list[to].treated] += list[to].weight;
        most = fmax(most, fabs(seen[1] / total[1] - seen[0] / total[0]));
    }
    return most;
}

static void report(const char *name, Point *list, int n, EstimateList *out)
{
    double m1, v1, m0, v0, s1, s0, unused;
    moments(list, n, true, true, &m1, &v1);
    moments(list, n, false, true, &m0, &v0);
    moments(list, n, true, false, &unused, &s1);
    moments(list, n, false, false, &unused, &s0);
    Estimate *row = statistic_row(out, arena_format(out->arena, "smd[%s]", name), n);
    double spread = sqrt((s1 + s0) / 2.0);
    if (spread > 0.0)
        row->estimate = (m1 - m0) / spread;
    else
        estimate_note(out, row, "zero variance");
    row = statistic_row(out, arena_format(out->arena, "variance_ratio[%s]", name), n);
    if (v0 > 0.0)
        row->estimate = v1 / v0;
    else
        estimate_note(out, row, "zero variance");
    statistic_row(out, arena_format(out->arena, "ks[%s]", name), n)->estimate = distance(list, n);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    const double *weight;
    const Column **x = NULL;
    if (!design_weights(&rows, spec, arena, diag, &weight))
        return false;
    const Column *treated = spec_column(spec, &rows, "treated");
    int n = rows.nrow, nx = spec_columns(spec, &rows, "x", arena, &x);
    if (!column_check_binary(&rows, treated, diag))
        return false;
    Point *list = arena_new(arena, Point, n + 1);
    double sum[2] = {0.0, 0.0}, squares[2] = {0.0, 0.0};
    for (int i = 0; i < n; i++) {
        double w = weight ? weight[i] : 1.0;
        int group = treated->x[i] > 0.5;
        sum[group] += w;
        squares[group] += w * w;
    }
    bool both = sum[0] > 0.0 && sum[1] > 0.0;
    for (int k = 0; k < nx; k++)
        for (int level = 0; level < (x[k]->level ? x[k]->nlevel : 1); level++) {
            const char *name = x[k]->level
                                   ? arena_format(arena, "%s[%s]", x[k]->name, x[k]->level[level])
                                   : x[k]->name;
            for (int i = 0; i < n; i++)
                list[i] = (Point){x[k]->level ? (double)((int)x[k]->x[i] == level) : x[k]->x[i],
                                  weight ? weight[i] : 1.0, treated->x[i] > 0.5};
            if (both)
                report(name, list, n, out);
            else
                estimate_note(out, statistic_row(out, arena_format(arena, "smd[%s]", name), n),
                              "empty group");
        }
    statistic_row(out, "ess_treated", n)->estimate =
        sum[1] > 0.0 ? sum[1] * sum[1] / squares[1] : 0.0;
    statistic_row(out, "ess_control", n)->estimate =
        sum[0] > 0.0 ? sum[0] * sum[0] / squares[0] : 0.0;
    return true;
}

const Estimator estimator_balance = {
    .id = "balance",
    .title = {"Grupu līdzība", "Balance"},
    .estimates = {"cik līdzīgas ir atbalstītās un salīdzināmās grupas pirms atbalsta",
                  "how alike the treated and the comparison group were before"},
    .assumptions = {"pazīmes izmērītas pirms atbalsta", "covariates were measured before support"},
    .formula = "smd = (m1 - m0)/sqrt((s1^2 + s0^2)/2), s unweighted; variance_ratio = v1/v0; ks = "
               "largest gap of the distributions; ess = (sum w)^2/sum w^2",
    .reference = "Austin (2009), Stat. Med. 28",
    .terms = "smd[x], variance_ratio[x], ks[x], ess_treated, ess_control",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
