/* Absorbing factors and reporting coefficients. One absorbed factor is taken out by its means (one
 * nested in the clusters if there is such, else the one with most levels); the others become
 * dummies. CR2 takes out only a factor nested in clusters, and none with weights, since only then
 * the adjustment is the same as with dummies (Pustejovsky and Tipton 2018, theorem 2). */
#include "analysis/linear/regression.h"

#include <math.h>
#include <string.h>

bool covariance_parse(const char *name, CovarianceKind *kind)
{
    static const char *const NAMES[] = {"classical", "hc0", "hc1", "hc2",
                                        "hc3",       "cr0", "cr1", "cr2"};
    for (int i = 0; name && i < COUNT(NAMES); i++)
        if (!strcmp(name, NAMES[i])) {
            *kind = (CovarianceKind)i;
            return true;
        }
    return false;
}

bool regression_kind(const Spec *spec, Diag *diag, CovarianceKind *kind)
{
    bool clustered = spec_text(spec, "cluster") != NULL;
    if (!covariance_parse(spec_text(spec, "vcov"), kind))
        *kind = clustered ? COVARIANCE_CR2 : COVARIANCE_CLASSICAL;
    if (*kind >= COVARIANCE_CR0 && !clustered)
        return diag_fail(diag, spec->places.first, MSG_ESTIMATE_REQUIRED, spec->estimator->id,
                         "cluster");
    return true;
}

static bool is_nested(const Column *factor, const Column *cluster, int nrow, Arena *arena)
{
    if (!cluster)
        return false;
    int *owner = arena_new(arena, int, factor->nlevel + 1);
    for (int i = 0; i < nrow; i++) {
        int *mine = &owner[(int)factor->x[i]], code = (int)cluster->x[i] + 1;
        if (*mine != 0 && *mine != code)
            return false;
        *mine = code;
    }
    return true;
}

static const Column *choose_swept(const RegressionSpec *spec, int nrow, Arena *arena)
{
    const Column *best = NULL;
    bool best_nested = false;
    for (int i = 0; i < spec->nabsorb; i++) {
        const Column *factor = spec->absorb[i];
        bool nested = is_nested(factor, spec->cluster, nrow, arena);
        if (!best || nested > best_nested ||
            (nested == best_nested && factor->nlevel > best->nlevel)) {
            best = factor;
            best_nested = nested;
        }
    }
    if (spec->kind == COVARIANCE_CR2 && (!best_nested || spec->weight))
        return NULL;
    return best;
}

/* Takes group means out of a column, twice for the sake of rounding; what is only rounding becomes
 * zero, so that it is seen as aliased. */
static void sweep(double *x, int nrow, const Column *factor, const double *weight, double *sum,
                  const double *total)
{
    double before = 0.0, after = 0.0;
    for (int i = 0; i < nrow; i++)
        before = fmax(before, fabs(x[i]));
    for (int pass = 0; pass < 2; pass++) {
        memset(sum, 0, sizeof(double) * (size_t)factor->nlevel);
        for (int i = 0; i < nrow; i++)
            sum[(int)factor->x[i]] += (weight ? weight[i] : 1.0) * x[i];
        for (int i = 0; i < nrow; i++)
            x[i] -= sum[(int)factor->x[i]] / total[(int)factor->x[i]];
    }
    for (int i = 0; i < nrow; i++)
        after = fmax(after, fabs(x[i]));
    if (after <= 1e-11 * before)
        memset(x, 0, sizeof(double) * (size_t)nrow);
}

static double total_squares(const RegressionSpec *spec, bool centred)
{
    int n = spec->design->nrow;
    double sum = 0.0, weights = 0.0, squares = 0.0;
    for (int i = 0; i < n; i++) {
        double weight = spec->weight ? spec->weight[i] : 1.0;
        sum += weight * spec->y[i];
        weights += weight;
    }
    double centre = centred ? sum / weights : 0.0;
    for (int i = 0; i < n; i++)
        squares +=
            (spec->weight ? spec->weight[i] : 1.0) * (spec->y[i] - centre) * (spec->y[i] - centre);
    return squares;
}

/* The design behind dummies of the absorbed factors that are not swept out. */
static Design add_hidden(const RegressionSpec *spec, const Column *swept, Arena *arena,
                         int *nhidden)
{
    int n = spec->design->nrow, spare = 0;
    bool has_base = swept != NULL;
    for (int i = 0; i < spec->nabsorb; i++)
        spare += spec->absorb[i] == swept ? 0 : spec->absorb[i]->nlevel;
    Design all = design_open(arena, n, spec->design->nterm + spare);
    for (int i = 0; i < spec->nabsorb; i++) {
        if (spec->absorb[i] == swept)
            continue;
        for (int level = has_base ? 1 : 0; level < spec->absorb[i]->nlevel; level++) {
            double *x = design_add(&all, "");
            for (int row = 0; row < n; row++)
                x[row] = (int)spec->absorb[i]->x[row] == level;
        }
        has_base = true;
    }
    *nhidden = all.nterm;
    for (int j = 0; j < spec->design->nterm; j++)
        memcpy(design_add(&all, spec->design->term[j]), spec->design->x + (size_t)j * (size_t)n,
               sizeof(double) * (size_t)n);
    return all;
}

static const double *sweep_all(const RegressionSpec *spec, const Column *swept, Design *all,
                               double *y, Arena *arena)
{
    int n = all->nrow;
    double *total = arena_new(arena, double, swept->nlevel + 1),
           *sum = arena_new(arena, double, swept->nlevel + 1);
    double *leverage = arena_new(arena, double, n);
    for (int i = 0; i < n; i++)
        total[(int)swept->x[i]] += spec->weight ? spec->weight[i] : 1.0;
    for (int i = 0; i < n; i++)
        leverage[i] = (spec->weight ? spec->weight[i] : 1.0) / total[(int)swept->x[i]];
    for (int j = 0; j < all->nterm; j++)
        sweep(all->x + (size_t)j * (size_t)n, n, swept, spec->weight, sum, total);
    sweep(y, n, swept, spec->weight, sum, total);
    return leverage;
}

static const char *why_none(const Regression *result, const RegressionSpec *spec)
{
    if (spec->kind >= COVARIANCE_CR0 && result->ncluster < 2)
        return "clusters<2";
    if (result->problem.nrow <= result->fit.rank + result->nabsorbed)
        return "no residual degrees of freedom";
    return "leverage 1";
}

void regression_run(const RegressionSpec *spec, Arena *arena, Regression *result)
{
    const Design *design = spec->design;
    int n = design->nrow;
    const Column *swept = choose_swept(spec, n, arena);
    *result = (Regression){.ncluster = spec->cluster ? spec->cluster->nlevel : 0,
                           .nabsorbed = swept ? swept->nlevel : 0};
    bool constant = spec->nabsorb > 0;
    for (int j = 0; j < design->nterm; j++)
        constant |= !strcmp(design->term[j], "(intercept)");
    result->tss = total_squares(spec, constant);
    Design all = add_hidden(spec, swept, arena, &result->nhidden);
    double *y = arena_new(arena, double, n);
    memcpy(y, spec->y, sizeof(double) * (size_t)n);
    const double *leverage = swept ? sweep_all(spec, swept, &all, y, arena) : NULL;
    result->problem = (Problem){n, all.nterm, all.x, y, spec->weight, false};
    fit_least_squares(&result->problem, arena, &result->fit);
    CovarianceSpec covariance = {spec->kind, design_codes(spec->cluster, n, arena),
                                 result->ncluster, result->nabsorbed, leverage};
    result->has_covariance =
        covariance_compute(&result->problem, &result->fit, &covariance, arena, &result->covariance);
    if (!result->has_covariance)
        result->note = why_none(result, spec);
    else if (spec->kind >= COVARIANCE_CR0 && result->ncluster < 10)
        result->note = "clusters<10";
    else if (spec->cluster && spec->kind < COVARIANCE_CR0)
        result->note = "standard errors not clustered";
}

int regression_position(const Regression *result, int term)
{
    for (int k = 0; k < result->fit.rank; k++)
        if (result->fit.kept[k] == result->nhidden + term)
            return k;
    return -1;
}

Estimate *regression_row(const Regression *result, int term, const char *name, double conf,
                         EstimateList *out)
{
    Estimate *row = estimate_add(out, name);
    row->n = result->problem.nrow;
    row->n_clusters = result->ncluster;
    int k = regression_position(result, term), p = result->fit.rank;
    if (k < 0) {
        estimate_note(out, row, "singular");
        return row;
    }
    row->estimate = result->fit.beta[result->nhidden + term];
    if (result->has_covariance) {
        row->se = sqrt(fmax(result->covariance.matrix[k * p + k], 0.0));
        row->df = result->covariance.df[k];
        estimate_infer(out, row, conf);
    }
    estimate_note(out, row, result->note);
    if (result->problem.weight)
        estimate_note(out, row, "probability weights");
    return row;
}
