/* staggered_did: group-time effects and their averages as rows of the result. */
#include "analysis/distribution/distribution.h"
#include "analysis/estimators/staggered_parts.h"
#include "analysis/linear/eigen.h"
#include "core/text.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>

typedef struct {
    const Staggered *data;
    const Spec *spec;
    Arena *arena;
    EstimateList *out;
    int *cells; /* work: positions of chosen cells */
} Work;

static void fill_row(const Work *work, Estimate *row, bool found, const Average *average)
{
    if (!found) {
        estimate_note(work->out, row, "no group-time effect");
        return;
    }
    row->estimate = average->att;
    if (work->data->ncluster < 2) {
        estimate_note(work->out, row, "clusters<2");
        return;
    }
    row->se = average->se;
    row->df = average->df;
    if (isnan(row->se))
        estimate_note(work->out, row, "cohort of one cluster");
    estimate_infer(work->out, row, work->spec->conf);
}

static void report_cells(const Work *work)
{
    const Staggered *data = work->data;
    for (int k = 0; k < data->ncell; k++) {
        const GroupTime *cell = &data->cells[k];
        Estimate *row = estimate_addf(work->out, "att(%.15g,%.15g)", cell->group, cell->time);
        row->estimate = cell->att;
        if (cell->note)
            estimate_note(work->out, row, cell->note);
        if (cell->is_base)
            estimate_note(work->out, row, "base period");
        if (!cell->influence || cell->is_base || data->ncluster < 2)
            continue;
        row->se = staggered_se(data, cell->influence, work->arena, &row->df);
        if (isnan(row->se))
            estimate_note(work->out, row, "cohort of one cluster");
        estimate_infer(work->out, row, work->spec->conf);
    }
}

/* Cells for which `key` is the value of what(cell); returns their number. */
static int choose(const Work *work, double (*what)(const GroupTime *), double key,
                  bool treated_only)
{
    int n = 0;
    for (int k = 0; k < work->data->ncell; k++) {
        const GroupTime *cell = &work->data->cells[k];
        if ((!what || what(cell) == key) && (!treated_only || cell->time >= cell->group))
            work->cells[n++] = k;
    }
    return n;
}

static double event_of(const GroupTime *cell)
{
    return cell->time - cell->group;
}

static double group_of(const GroupTime *cell)
{
    return cell->group;
}

static double time_of(const GroupTime *cell)
{
    return cell->time;
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static int distinct_keys(const Work *work, double (*what)(const GroupTime *), bool treated_only,
                         double *keys)
{
    int n = choose(work, NULL, 0.0, treated_only), kept = 0;
    for (int k = 0; k < n; k++)
        keys[k] = what(&work->data->cells[work->cells[k]]);
    qsort(keys, (size_t)n, sizeof *keys, compare_doubles);
    for (int k = 0; k < n; k++)
        if (k == 0 || keys[k] != keys[kept - 1])
            keys[kept++] = keys[k];
    return kept;
}

/* Combines averages: weights sum to one; shares of groups, if given, are estimated. */
static Average combine(const Work *work, const Average *parts, const bool *found, int n,
                       const double *share, const int *group)
{
    const Staggered *data = work->data;
    Average all = {0.0, NAN, NAN, arena_new(work->arena, double, data->nunit + 1)};
    double total = 0.0;
    for (int k = 0; k < n; k++)
        total += found[k] ? (share ? share[k] : 1.0) : 0.0;
    for (int k = 0; k < n; k++) {
        double weight = found[k] ? (share ? share[k] : 1.0) / total : 0.0;
        all.att += found[k] ? weight * parts[k].att : 0.0;
        for (int i = 0; i < data->nunit && found[k]; i++)
            all.influence[i] += weight * parts[k].influence[i];
    }
    for (int k = 0; k < n && share; k++)
        for (int i = 0; i < data->nunit && found[k]; i++) {
            double mine =
                data->unit_first[i] == data->groups[group[k]] ? data->unit_weight[i] : 0.0;
            all.influence[i] += (parts[k].att - all.att) / total * (mine - share[k]);
        }
    all.se = staggered_se(data, all.influence, work->arena, &all.df);
    return all;
}

/* The share of draws in which the largest |t| stays below `critical` reaches conf: the simultaneous
 * critical value by a multiplier bootstrap with random signs for the clusters. */
static double critical_value(const Work *work, const Average *parts, const bool *found, int n)
{
    const Staggered *data = work->data;
    int reps = work->spec->reps_given ? work->spec->reps : 999, used = 0;
    double *sums = arena_alloc(work->arena, sizeof(double), (size_t)data->ncluster * (size_t)n + 1);
    for (int k = 0; k < n; k++) {
        if (!found[k] || !(parts[k].se > 0.0))
            continue;
        for (int i = 0; i < data->nunit; i++)
            sums[data->cluster[i] * n + used] += parts[k].influence[i] / data->nunit / parts[k].se;
        used++;
    }
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    if (!rng || used == 0) {
        if (rng)
            gsl_rng_free(rng);
        return NAN;
    }
    gsl_rng_set(rng,
                (unsigned long)((work->spec->seed ^ (work->spec->seed >> 32)) & 0xffffffffu) | 1u);
    double *most = arena_new(work->arena, double, reps + 1),
           *draw = arena_new(work->arena, double, n + 1);
    for (int rep = 0; rep < reps; rep++) {
        for (int k = 0; k < used; k++)
            draw[k] = 0.0;
        unsigned long bits = 0;
        for (int c = 0; c < data->ncluster; c++) {
            if (c % 32 == 0)
                bits = gsl_rng_get(rng);
            double sign = (bits >> (c % 32)) & 1u ? 1.0 : -1.0;
            for (int k = 0; k < used; k++)
                draw[k] += sign * sums[c * n + k];
        }
        for (int k = 0; k < used; k++)
            most[rep] = fmax(most[rep], fabs(draw[k]));
    }
    gsl_rng_free(rng);
    qsort(most, (size_t)reps, sizeof *most, compare_doubles);
    int at = (int)ceil(work->spec->conf * reps) - 1;
    return most[at < 0 ? 0 : at];
}

static void note_bands(const Work *work, int first_row, const Average *parts, const bool *found,
                       int n)
{
    double critical = work->data->ncluster < 2 ? NAN : critical_value(work, parts, found, n);
    for (int k = 0; k < n && !isnan(critical); k++) {
        Estimate *row = &work->out->items[first_row + k];
        if (!found[k] || !(parts[k].se > 0.0))
            continue;
        row->band_low = parts[k].att - critical * parts[k].se;
        row->band_high = parts[k].att + critical * parts[k].se;
        estimate_note(
            work->out, row,
            arena_format(work->arena, "uniform band %.6g to %.6g", row->band_low, row->band_high));
    }
}

static void report_dynamic(const Work *work)
{
    const Staggered *data = work->data;
    double *keys = arena_new(work->arena, double, data->ncell + 1);
    int n = distinct_keys(work, event_of, false, keys), npost = 0;
    Average *parts = arena_new(work->arena, Average, n + 1);
    bool *found = arena_new(work->arena, bool, n + 1);
    for (int k = 0; k < n; k++) {
        int count = choose(work, event_of, keys[k], false);
        found[k] = staggered_average(data, work->cells, count, false, work->arena, &parts[k]);
    }
    while (npost < n && keys[npost] < 0.0)
        npost++;
    int npre = npost;
    npost = n - npre;
    bool any = false;
    for (int k = npre; k < n; k++)
        any |= found[k];
    Average all = {NAN, NAN, NAN, NULL};
    if (any)
        all = combine(work, parts + npre, found + npre, npost, NULL, NULL);
    fill_row(work, estimate_add(work->out, "dynamic"), any, &all);
    int first_row = work->out->count;
    for (int k = 0; k < n; k++)
        fill_row(work, estimate_addf(work->out, "dynamic(%.15g)", keys[k]), found[k], &parts[k]);
    note_bands(work, first_row, parts, found, n);
    if (spec_is(work->spec, "honest", "yes")) {
        int kept_pre = 0, kept_post = 0;
        Average *pre = arena_new(work->arena, Average, n + 1),
                *post = arena_new(work->arena, Average, n + 1);
        for (int k = 0; k < n; k++) {
            if (found[k] && k < npre && parts[k].se > 0.0)
                pre[kept_pre++] = parts[k];
            if (found[k] && k >= npre)
                post[kept_post++] = parts[k];
        }
        staggered_breakdown(data, pre, kept_pre, post, kept_post, work->spec->conf, work->arena,
                            work->out);
    }
}

static void report_groups(const Work *work)
{
    const Staggered *data = work->data;
    Average *parts = arena_new(work->arena, Average, data->ngroup + 1), all = {NAN, NAN, NAN, NULL};
    bool *found = arena_new(work->arena, bool, data->ngroup + 1), any = false;
    int *group = arena_new(work->arena, int, data->ngroup + 1);
    for (int g = 0; g < data->ngroup; g++) {
        int count = choose(work, group_of, data->groups[g], true);
        found[g] = staggered_average(data, work->cells, count, true, work->arena, &parts[g]);
        any |= found[g];
        group[g] = g;
    }
    if (any)
        all = combine(work, parts, found, data->ngroup, data->group_share, group);
    fill_row(work, estimate_add(work->out, "group"), any, &all);
    for (int g = 0; g < data->ngroup; g++)
        fill_row(work, estimate_addf(work->out, "group(%.15g)", data->groups[g]), found[g],
                 &parts[g]);
}

static void report_calendar(const Work *work)
{
    const Staggered *data = work->data;
    double *keys = arena_new(work->arena, double, data->ncell + 1);
    int n = distinct_keys(work, time_of, true, keys);
    Average *parts = arena_new(work->arena, Average, n + 1), all = {NAN, NAN, NAN, NULL};
    bool *found = arena_new(work->arena, bool, n + 1), any = false;
    for (int k = 0; k < n; k++) {
        int count = choose(work, time_of, keys[k], true);
        found[k] = staggered_average(data, work->cells, count, false, work->arena, &parts[k]);
        any |= found[k];
    }
    if (any)
        all = combine(work, parts, found, n, NULL, NULL);
    fill_row(work, estimate_add(work->out, "calendar"), any, &all);
    for (int k = 0; k < n; k++)
        fill_row(work, estimate_addf(work->out, "calendar(%.15g)", keys[k]), found[k], &parts[k]);
}

/* Wald test that all effects before the start are zero. */
static void report_pretest(const Work *work)
{
    const Staggered *data = work->data;
    int n = 0, *pre = arena_new(work->arena, int, data->ncell + 1);
    for (int k = 0; k < data->ncell; k++) {
        const GroupTime *cell = &data->cells[k];
        if (cell->time < cell->group && cell->influence && !cell->is_base)
            pre[n++] = k;
    }
    Estimate *row = estimate_add(work->out, "pretest");
    if (n == 0) {
        estimate_note(work->out, row, "no period before the start");
        return;
    }
    if (n >= data->ncluster) {
        estimate_note(work->out, row, "clusters too few for the test");
        return;
    }
    double *v = arena_new(work->arena, double, n *n), *value = arena_new(work->arena, double, n);
    double *vector = arena_new(work->arena, double, n *n), wald = 0.0;
    for (int a = 0; a < n; a++)
        for (int b = 0; b <= a; b++)
            v[a * n + b] = v[b * n + a] = staggered_covariance(
                data, data->cells[pre[a]].influence, data->cells[pre[b]].influence, work->arena);
    if (!eigen_symmetric(v, n, work->arena, value, vector) || value[n - 1] < 1e-10 * value[0]) {
        estimate_note(work->out, row, "singular");
        return;
    }
    for (int k = 0; k < n; k++) {
        double part = 0.0;
        for (int a = 0; a < n; a++)
            part += vector[k * n + a] * data->cells[pre[a]].att;
        wald += part * part / value[k];
    }
    row->statistic = wald;
    row->df = n;
    row->p = distribution_chisq_upper(wald, n);
}

void staggered_report(const Staggered *data, const Spec *spec, Arena *arena, EstimateList *out)
{
    Work work = {data, spec, arena, out, arena_new(arena, int, data->ncell + 1)};
    report_cells(&work);
    Average simple = {NAN, NAN, NAN, NULL};
    int count = choose(&work, NULL, 0.0, true);
    bool found = staggered_average(data, work.cells, count, false, arena, &simple);
    fill_row(&work, estimate_add(out, "simple"), found, &simple);
    report_dynamic(&work);
    report_groups(&work);
    report_calendar(&work);
    report_pretest(&work);
}
