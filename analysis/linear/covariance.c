/* Covariances that need no clusters, CR0 and CR1; CR2 is in bias_reduced.c. */
#include "analysis/linear/covariance.h"

#include "analysis/linear/bias_reduced.h"

#include <math.h>

/* U = X L, nrow × rank: rows of the orthonormal basis (up to weights). */
static double *make_basis(const Problem *problem, const Fit *fit, Arena *arena)
{
    int n = problem->nrow, p = fit->rank;
    double *u = arena_alloc(arena, sizeof(double), (size_t)n * (size_t)p + 1);
    for (int k = 0; k < p; k++) {
        double *to = u + (size_t)k * (size_t)n;
        for (int j = 0; j <= k; j++) {
            const double *x = problem->x + (size_t)fit->kept[j] * (size_t)n;
            double factor = fit->root[(size_t)k * (size_t)p + (size_t)j];
            for (int i = 0; i < n; i++)
                to[i] += x[i] * factor;
        }
    }
    return u;
}

/* matrix = L M L' for symmetric M (p × p, column-major), L upper triangular. */
static void sandwich(const double *root, const double *meat, int p, double *matrix, Arena *arena)
{
    double *half = arena_new(arena, double, p *p + 1); /* L M */
    for (int i = 0; i < p; i++)
        for (int j = 0; j < p; j++)
            for (int k = i; k < p; k++)
                half[j * p + i] += root[k * p + i] * meat[j * p + k];
    for (int i = 0; i < p; i++)
        for (int j = 0; j < p; j++) {
            double sum = 0.0;
            for (int k = j; k < p; k++)
                sum += half[k * p + i] * root[k * p + j];
            matrix[j * p + i] = sum;
        }
}

static void add_outer(double *meat, const double *score, int p, double factor)
{
    for (int a = 0; a < p; a++)
        for (int b = 0; b < p; b++)
            meat[b * p + a] += factor * score[a] * score[b];
}

/* Σ of w² r² adjusted for leverage; false at leverage 1 where the adjustment divides by zero. */
static bool hc_meat(const Problem *problem, const Fit *fit, const CovarianceSpec *spec,
                    const double *u, double *meat, Arena *arena)
{
    int n = problem->nrow, p = fit->rank;
    double *score = arena_new(arena, double, p + 1);
    for (int i = 0; i < n; i++) {
        double weight = problem->weight ? problem->weight[i] : 1.0, leverage = 0.0;
        for (int k = 0; k < p; k++) {
            score[k] = u[(size_t)k * (size_t)n + (size_t)i];
            leverage += weight * score[k] * score[k];
        }
        leverage += spec->leverage ? spec->leverage[i] : 0.0;
        double factor = weight * weight * fit->residual[i] * fit->residual[i];
        double left = 1.0 - leverage;
        if (spec->kind >= COVARIANCE_HC2 && left < 1e-12)
            return false;
        if (spec->kind == COVARIANCE_HC2)
            factor /= left;
        if (spec->kind == COVARIANCE_HC3)
            factor /= left * left;
        add_outer(meat, score, p, factor);
    }
    return true;
}

static void cluster_meat(const Problem *problem, const Fit *fit, const CovarianceSpec *spec,
                         const double *u, double *meat, Arena *arena)
{
    int n = problem->nrow, p = fit->rank;
    double *score = arena_new(arena, double, p * spec->ncluster + 1);
    for (int k = 0; k < p; k++)
        for (int i = 0; i < n; i++)
            score[spec->cluster[i] * p + k] += (problem->weight ? problem->weight[i] : 1.0) *
                                               fit->residual[i] *
                                               u[(size_t)k * (size_t)n + (size_t)i];
    for (int j = 0; j < spec->ncluster; j++)
        add_outer(meat, score + j * p, p, 1.0);
}

bool covariance_compute(const Problem *problem, const Fit *fit, const CovarianceSpec *spec,
                        Arena *arena, Covariance *covariance)
{
    int n = problem->nrow, p = fit->rank, k = p + spec->nabsorbed;
    *covariance = (Covariance){arena_new(arena, double, p *p + 1), arena_new(arena, double, p + 1)};
    bool clustered = spec->kind >= COVARIANCE_CR0;
    if (p == 0 || (!clustered && n <= k) || (clustered && spec->ncluster < 2))
        return false;
    double *u = make_basis(problem, fit, arena), *meat = arena_new(arena, double, p *p + 1);
    double residual_df = (double)(n - k), scale = 1.0, clusters = spec->ncluster;
    for (int j = 0; j < p; j++)
        covariance->df[j] = clustered ? clusters - 1.0 : residual_df;
    if (spec->kind == COVARIANCE_CR2)
        return bias_reduced_compute(problem, fit, spec, u, arena, covariance);
    if (spec->kind == COVARIANCE_CLASSICAL)
        for (int j = 0; j < p; j++)
            meat[j * p + j] = fit->rss / residual_df;
    else if (!clustered && !hc_meat(problem, fit, spec, u, meat, arena))
        return false;
    else if (clustered)
        cluster_meat(problem, fit, spec, u, meat, arena);
    if (spec->kind == COVARIANCE_HC1)
        scale = (double)n / residual_df;
    if (spec->kind == COVARIANCE_CR1 && n <= k)
        return false;
    if (spec->kind == COVARIANCE_CR1)
        scale = clusters / (clusters - 1.0) * (double)(n - 1) / residual_df;
    for (int j = 0; j < p * p; j++)
        meat[j] *= scale;
    sandwich(fit->root, meat, p, covariance->matrix, arena);
    return true;
}
