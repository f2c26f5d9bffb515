/* decomposition: what two-way fixed effects average when starts differ, and how much of it compares
 * with units already treated. Assumes a balanced panel; treatment once begun goes on. Reference:
 * Goodman-Bacon (2021), J. Econometrics 225; bacondecomp. METHODOLOGY.md: estimator-decomposition.
 */
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"unit", OPTION_GROUP, true, NULL, {"vienība", "unit"}, false},
    {"time", OPTION_COLUMN, true, NULL, {"laiks", "time"}, false},
    {"treated", OPTION_COLUMN, true, NULL, {"atbalstīts (0/1)", "treated (0/1)"}, false},
};

typedef struct {
    int ngroup, ntime, nunit;
    double *start;      /* first time index treated; ntime: never */
    double *share;      /* of units */
    double *mean;       /* ngroup × ntime */
    const double *time; /* values of the times */
} Groups;

static double average(const Groups *g, int group, int from, int to)
{
    double sum = 0.0;
    for (int t = from; t < to; t++)
        sum += g->mean[group * g->ntime + t];
    return sum / (to - from);
}

/* (post − pre) of `group` less that of `other`: pre [a, b), post [b, c). */
static double contrast(const Groups *g, int group, int other, int a, int b, int c)
{
    return average(g, group, b, c) - average(g, group, a, b) - average(g, other, b, c) +
           average(g, other, a, b);
}

typedef struct {
    int treated, control;
    double estimate, weight;
    bool forbidden;
} Comparison;

/* Comparisons of two groups, with weights up to a common factor. */
static int compare_groups(const Groups *g, int early, int late, Comparison *list)
{
    int T = g->ntime, k = (int)g->start[early], l = (int)g->start[late], n = 0;
    double dk = (double)(T - k) / T, dl = (double)(T - l) / T,
           both = g->share[early] + g->share[late];
    double part = g->share[early] / both, spread = part * (1.0 - part) * both * both;
    if (l == T && k > 0) /* never treated */
        list[n++] = (Comparison){early, late, contrast(g, early, late, 0, k, T),
                                 spread * dk * (1.0 - dk), false};
    if (l < T && k > 0)
        list[n++] = (Comparison){early, late, contrast(g, early, late, 0, k, l),
                                 spread * (dk - dl) * (1.0 - dk), false};
    if (l < T)
        list[n++] = (Comparison){late, early, contrast(g, late, early, k, l, T),
                                 spread * dl * (dk - dl), true};
    return n;
}

static const char *group_name(const Groups *g, int group, Arena *arena)
{
    int start = (int)g->start[group];
    if (start == g->ntime)
        return "never";
    return start == 0 ? "always" : arena_format(arena, "%.15g", g->time[start]);
}

static void report(const Groups *g, int n, Arena *arena, EstimateList *out)
{
    Comparison *list = arena_new(arena, Comparison, 2 * g->ngroup * g->ngroup + 1);
    double total = 0.0, twfe = 0.0, forbidden = 0.0;
    int count = 0;
    for (int a = 0; a < g->ngroup; a++) /* groups are sorted by start */
        for (int b = a + 1; b < g->ngroup; b++)
            count += compare_groups(g, a, b, list + count);
    for (int i = 0; i < count; i++)
        total += list[i].weight;
    for (int i = 0; i < count; i++) {
        list[i].weight /= total;
        twfe += list[i].weight * list[i].estimate;
        forbidden += list[i].forbidden ? list[i].weight : 0.0;
    }
    Estimate *row = statistic_row(out, "twfe", n), *share;
    if (count == 0)
        estimate_note(out, row, "no comparison");
    else
        row->estimate = twfe;
    share = statistic_row(out, "forbidden_share", n);
    share->estimate = count ? forbidden : NAN;
    for (int i = 0; i < count; i++) {
        const char *treated = group_name(g, list[i].treated, arena),
                   *control = group_name(g, list[i].control, arena);
        row = estimate_addf(out, "comparison[%s,%s]", treated, control);
        row->estimate = list[i].estimate;
        if (list[i].forbidden)
            estimate_note(out, row, "already treated comparison");
        estimate_addf(out, "weight[%s,%s]", treated, control)->estimate = list[i].weight;
    }
}

static int find(const double *list, int n, double value)
{
    for (int i = 0; i < n; i++)
        if (list[i] == value)
            return i;
    return -1;
}

/* Start of each unit (index of the first time treated) and its outcomes; false after reporting a
 * unit that is not seen once at each time or whose treatment ends. */
static bool read_panel(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, Groups *g,
                       double *cell, double *begin)
{
    const Column *unit = spec_column(spec, frame, "unit"),
                 *treated = spec_column(spec, frame, "treated");
    const Column *y = spec_column(spec, frame, "y"), *time = spec_column(spec, frame, "time");
    int T = g->ntime, *seen = arena_alloc(arena, sizeof(int), (size_t)unit->nlevel * (size_t)T + 1);
    for (int i = 0; i < frame->nrow; i++) {
        int at = (int)unit->x[i] * T + find(g->time, T, time->x[i]);
        seen[at] += 1 + (treated->x[i] > 0.5 ? 1000 : 0);
        cell[at] = y->x[i];
    }
    for (int u = 0; u < unit->nlevel; u++) {
        begin[u] = T;
        bool good = true;
        for (int t = 0; t < T; t++) {
            int count = seen[u * T + t] % 1000;
            bool on = seen[u * T + t] >= 1000;
            good = good && count == 1 && (on || begin[u] == T);
            if (on && begin[u] == T)
                begin[u] = t;
        }
        if (!good)
            return diag_fail(diag, (Place){frame->file, 1, unit->position}, MSG_ESTIMATE_VALUE,
                             unit->name, unit->level[u],
                             "viena rinda katrā laikā, atbalsts nebeidzas / one row at each time, "
                             "treatment that does not end");
    }
    return true;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column *unit = spec_column(spec, frame, "unit"), *time = spec_column(spec, frame, "time");
    if (!column_check_binary(frame, spec_column(spec, frame, "treated"), diag))
        return false;
    double *times = arena_new(arena, double, frame->nrow + 1);
    Groups g = {0, 0, unit->nlevel, NULL, NULL, NULL, times};
    for (int i = 0; i < frame->nrow; i++)
        if (find(times, g.ntime, time->x[i]) < 0)
            times[g.ntime++] = time->x[i];
    statistic_sort(times, g.ntime);
    double *cell = arena_alloc(arena, sizeof(double), (size_t)g.nunit * (size_t)g.ntime + 1);
    double *begin = arena_new(arena, double, g.nunit + 1);
    if (!read_panel(frame, spec, arena, diag, &g, cell, begin))
        return false;
    g.start = arena_new(arena, double, g.ntime + 2);
    g.share = arena_new(arena, double, g.ntime + 2);
    g.mean = arena_new(arena, double, (g.ntime + 2) * (g.ntime + 1));
    for (int start = 0; start <= g.ntime; start++) {
        int size = 0;
        for (int u = 0; u < g.nunit; u++)
            size += begin[u] == start;
        if (size == 0)
            continue;
        for (int u = 0; u < g.nunit; u++)
            for (int t = 0; t < g.ntime && begin[u] == start; t++)
                g.mean[g.ngroup * g.ntime + t] += cell[u * g.ntime + t] / size;
        g.start[g.ngroup] = start;
        g.share[g.ngroup++] = (double)size / g.nunit;
    }
    report(&g, g.nunit, arena, out);
    return true;
}

const Estimator estimator_decomposition = {
    .id = "decomposition",
    .title = {"Fiksēto efektu sadalījums", "Decomposition of two-way fixed effects"},
    .estimates = {"no kādiem salīdzinājumiem sastāv divu faktoru fiksēto efektu skaitlis",
                  "which comparisons a two-way fixed-effects number is made of"},
    .assumptions = {"pilns panelis; atbalsts nebeidzas",
                    "a balanced panel; treatment does not end"},
    .formula = "Goodman-Bacon weights; comparison[g,k] = 2x2 difference in differences of g "
               "against k; forbidden_share = weight of already treated comparisons",
    .reference = "Goodman-Bacon (2021), J. Econometrics 225(2)",
    .terms = "twfe, forbidden_share, comparison[g,k], weight[g,k]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
