/* Computes every ATT(g,t) on the pair of periods it needs, and averages of them with the error of
 * the estimated group shares, as the R package did does. */
#include "analysis/staggered.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double *distinct(const double *values, int n, Arena *arena, int *count)
{
    double *list = arena_new(arena, double, n + 1);
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (isfinite(values[i]))
            list[kept++] = values[i];
    qsort(list, (size_t)kept, sizeof *list, compare_doubles);
    *count = 0;
    for (int i = 0; i < kept; i++)
        if (i == 0 || list[i] != list[*count - 1])
            list[(*count)++] = list[i];
    return list;
}

static int find_time(const Staggered *data, double time)
{
    double *found = bsearch(&time, data->times, (size_t)data->ntime, sizeof time, compare_doubles);
    return found ? (int)(found - data->times) : -1;
}

static void index_units(Staggered *data, Arena *arena)
{
    data->unit_first = arena_new(arena, double, data->nunit + 1);
    data->unit_weight = arena_new(arena, double, data->nunit + 1);
    if (!data->unit) {
        memcpy(data->unit_first, data->first, sizeof(double) * (size_t)data->nrow);
        memcpy(data->unit_weight, data->weight, sizeof(double) * (size_t)data->nrow);
        return;
    }
    data->cell_row = arena_alloc(arena, sizeof(int), (size_t)data->nunit * (size_t)data->ntime + 1);
    for (int i = 0; i < data->nrow; i++) {
        int time = find_time(data, data->time[i]);
        if (time < 0)
            continue; /* a period after the last that has comparisons */
        data->cell_row[data->unit[i] * data->ntime + time] = i;
        data->unit_first[data->unit[i]] = data->first[i];
        if (time == 0)
            data->unit_weight[data->unit[i]] = data->weight[i];
    }
}

/* Without never-treated, periods from the last start on have no comparison: the last group serves
 * as comparison before it and is itself not estimated. */
static void find_periods(Staggered *data, Arena *arena)
{
    data->times = distinct(data->time, data->nrow, arena, &data->ntime);
    bool has_never = false;
    double last = data->ntime ? data->times[data->ntime - 1] : 0.0;
    for (int i = 0; i < data->nrow; i++) {
        if (data->first[i] > last)
            data->first[i] = INFINITY;
        has_never |= isinf(data->first[i]);
    }
    data->groups = distinct(data->first, data->nrow, arena, &data->ngroup);
    if (has_never || data->never_only || data->ngroup == 0)
        return;
    double latest = data->groups[--data->ngroup];
    while (data->ntime > 0 && data->times[data->ntime - 1] >= latest)
        data->ntime--;
    for (int i = 0; i < data->nrow; i++)
        if (data->first[i] == latest)
            data->first[i] = INFINITY;
}

static bool is_comparison(const Staggered *data, double first, double group, double until)
{
    if (isinf(first))
        return true;
    return !data->never_only && first != group && first > until;
}

typedef struct {
    RobustProblem problem;
    double *y, *treated, *post, *weight, *x;
    int *unit; /* position in the influence function */
} Pair;

static Pair open_pair(const Staggered *data, int most, Arena *arena)
{
    Pair pair = {.y = arena_new(arena, double, most + 1),
                 .treated = arena_new(arena, double, most + 1),
                 .post = arena_new(arena, double, most + 1),
                 .weight = arena_new(arena, double, most + 1),
                 .x = arena_alloc(arena, sizeof(double), (size_t)most * (size_t)data->nterm + 1),
                 .unit = arena_new(arena, int, most + 1)};
    return pair;
}

static void copy_covariates(const Staggered *data, const int *rows, int n, double *x)
{
    for (int j = 0; j < data->nterm; j++)
        for (int i = 0; i < n; i++)
            x[(size_t)j * (size_t)n + (size_t)i] =
                data->x[(size_t)j * (size_t)data->nrow + (size_t)rows[i]];
}

/* Rows (or units) of the pair of periods: group g and its comparisons. */
static void fill_pair(const Staggered *data, double group, int now, int base, Pair *pair,
                      Arena *arena)
{
    int n = 0, *rows = arena_new(arena, int, data->nrow + 1);
    double until = fmax(data->times[now], data->times[base]);
    for (int i = 0; i < data->nunit; i++) {
        double first = data->unit_first[i], time = data->unit ? 0.0 : data->time[i];
        bool seen = data->unit || time == data->times[now] || time == data->times[base];
        if (!seen || (first != group && !is_comparison(data, first, group, until)))
            continue;
        int row = i;
        if (data->unit) {
            int after = data->cell_row[i * data->ntime + now],
                before = data->cell_row[i * data->ntime + base];
            pair->y[n] = data->y[after] - data->y[before];
            row = now < base ? after : before;
        } else {
            pair->y[n] = data->y[i];
            pair->post[n] = time == data->times[now];
        }
        pair->treated[n] = first == group;
        pair->weight[n] = data->weight[row];
        pair->unit[n] = i;
        rows[n++] = row;
    }
    copy_covariates(data, rows, n, pair->x);
    pair->problem = (RobustProblem){n,
                                    data->nterm,
                                    pair->x,
                                    pair->y,
                                    pair->treated,
                                    data->unit ? NULL : pair->post,
                                    pair->weight,
                                    data->method};
}

static void compute_cell(const Staggered *data, GroupTime *cell, int now, int base, Arena *arena)
{
    cell->influence = arena_new(arena, double, data->nunit + 1);
    if (now == base) {
        cell->is_base = true;
        cell->att = 0.0;
        return;
    }
    Arena *work = arena_open();
    Pair pair = open_pair(data, data->nunit, work);
    fill_pair(data, cell->group, now, base, &pair, work);
    int n = pair.problem.n, treated = 0;
    for (int i = 0; i < n; i++)
        treated += pair.treated[i] > 0.5;
    double *influence = arena_new(work, double, n + 1);
    cell->note = treated == 0 || treated == n
                     ? "empty group"
                     : robust_att(&pair.problem, work, &cell->att, influence);
    if (cell->note || !isfinite(cell->att)) {
        cell->att = NAN;
        cell->influence = NULL;
    } else
        for (int i = 0; i < n; i++)
            cell->influence[pair.unit[i]] = influence[i] * data->nunit / n;
    arena_close(work);
}

/* Cohorts of clusters; one with units of several makes errors by cohort impossible. */
static void find_cohorts(Staggered *data, Arena *arena)
{
    bool *seen = arena_new(arena, bool, data->ncluster + 1);
    data->cluster_first = arena_new(arena, double, data->ncluster + 1);
    for (int i = 0; i < data->nrow; i++) {
        int c = data->cluster[data->unit ? data->unit[i] : i];
        if (seen[c] && data->cluster_first[c] != data->first[i])
            data->welch = false;
        seen[c] = true;
        data->cluster_first[c] = data->first[i];
    }
}

void staggered_compute(Staggered *data, Arena *arena)
{
    find_periods(data, arena);
    find_cohorts(data, arena);
    if (!data->unit)
        data->nunit = data->nrow;
    index_units(data, arena);
    data->cells = arena_new(arena, GroupTime, data->ngroup * data->ntime + 1);
    data->group_share = arena_new(arena, double, data->ngroup + 1);
    for (int g = 0; g < data->ngroup; g++) {
        for (int i = 0; i < data->nunit; i++)
            data->group_share[g] +=
                data->unit_first[i] == data->groups[g] ? data->unit_weight[i] / data->nunit : 0.0;
        int before = -1; /* the last period before the start */
        for (int t = 0; t < data->ntime; t++)
            if (data->times[t] < data->groups[g])
                before = t;
        for (int t = data->universal ? 0 : 1; t < data->ntime; t++) {
            int base = data->times[t] >= data->groups[g] || data->universal ? before : t - 1;
            GroupTime *cell = &data->cells[data->ncell++];
            *cell = (GroupTime){
                .group = data->groups[g], .time = data->times[t], .att = NAN, .group_index = g};
            if (base >= 0)
                compute_cell(data, cell, t, base, arena);
        }
    }
}

double staggered_covariance(const Staggered *data, const double *left, const double *right,
                            Arena *arena)
{
    ArenaMark mark = arena_mark(arena);
    double *a = arena_new(arena, double, data->ncluster + 1),
           *b = arena_new(arena, double, data->ncluster + 1);
    for (int i = 0; i < data->nunit; i++) {
        a[data->cluster[i]] += left[i];
        b[data->cluster[i]] += right[i];
    }
    double sum = 0.0;
    for (int c = 0; c < data->ncluster; c++)
        sum += a[c] * b[c];
    arena_release(arena, mark);
    return sum / data->nunit / data->nunit;
}

/* Sum, number and spread of one cohort's cluster sums. */
static double cohort_variance(const Staggered *data, const double *sum, double first, int *count)
{
    double total = 0.0, squares = 0.0;
    *count = 0;
    for (int c = 0; c < data->ncluster; c++)
        if (data->cluster_first[c] == first) {
            total += sum[c];
            (*count)++;
        }
    for (int c = 0; c < data->ncluster; c++)
        if (data->cluster_first[c] == first)
            squares += (sum[c] - total / *count) * (sum[c] - total / *count);
    if (*count == 1) /* its spread cannot be known */
        return total != 0.0 ? NAN : 0.0;
    return *count > 1 ? squares * *count / (*count - 1.0) / data->nunit / data->nunit : 0.0;
}

static double welch_variance(const Staggered *data, const double *influence, Arena *arena,
                             double *df)
{
    double *sum = arena_new(arena, double, data->ncluster + 1), variance = 0.0, spread = 0.0;
    for (int i = 0; i < data->nunit; i++)
        sum[data->cluster[i]] += influence[i];
    for (int g = 0; g <= data->ngroup; g++) {
        int count;
        double part =
            cohort_variance(data, sum, g < data->ngroup ? data->groups[g] : INFINITY, &count);
        variance += part;
        spread += count > 1 ? part * part / (count - 1.0) : 0.0;
    }
    *df = variance * variance / spread;
    return variance;
}

double staggered_se(const Staggered *data, const double *influence, Arena *arena, double *df)
{
    *df = NAN;
    if (!data->welch)
        return sqrt(staggered_covariance(data, influence, influence, arena));
    ArenaMark mark = arena_mark(arena);
    double variance = welch_variance(data, influence, arena, df);
    arena_release(arena, mark);
    return sqrt(variance);
}

bool staggered_average(const Staggered *data, const int *cells, int ncell, bool equal, Arena *arena,
                       Average *average)
{
    double total = 0.0;
    int n = 0;
    for (int k = 0; k < ncell; k++) {
        const GroupTime *cell = &data->cells[cells[k]];
        if (!cell->influence)
            continue;
        total += equal ? 1.0 : data->group_share[cell->group_index];
        n++;
    }
    *average = (Average){0.0, NAN, NAN, arena_new(arena, double, data->nunit + 1)};
    if (n == 0 || !(total > 0.0))
        return false;
    double *slope =
        arena_new(arena, double, data->ngroup + 1); /* of the average in a group's share */
    for (int k = 0; k < ncell; k++) {
        const GroupTime *cell = &data->cells[cells[k]];
        if (!cell->influence)
            continue;
        double weight = (equal ? 1.0 : data->group_share[cell->group_index]) / total;
        average->att += weight * cell->att;
        for (int i = 0; i < data->nunit; i++)
            average->influence[i] += weight * cell->influence[i];
    }
    for (int k = 0; k < ncell && !equal; k++) {
        const GroupTime *cell = &data->cells[cells[k]];
        if (cell->influence)
            slope[cell->group_index] += (cell->att - average->att) / total;
    }
    for (int g = 0; g < data->ngroup; g++)
        for (int i = 0; i < data->nunit && slope[g] != 0.0; i++)
            average->influence[i] +=
                slope[g] * ((data->unit_first[i] == data->groups[g] ? data->unit_weight[i] : 0.0) -
                            data->group_share[g]);
    average->se = staggered_se(data, average->influence, arena, &average->df);
    return true;
}
