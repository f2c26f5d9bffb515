/* One-factor maximum likelihood by Fisher scoring on the correlation scale: Σ = λλ' + Θ, V = Σ⁻¹,
 * Ω = V(Σ − S)V; gradient (Ωλ, ½ diag Ω), information as in Jöreskog (1967). */
#include "analysis/one_factor.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

typedef struct {
    int k;
    const double *s;
    double *sigma, *v, *omega, *vs;
} Work;

/* V and the discrepancy log|Σ| + tr(SV); infinite where Σ is not positive definite. */
static double discrepancy(Work *work, const double *parameter)
{
    int k = work->k;
    const double *loading = parameter, *unique = parameter + k;
    for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++)
            work->sigma[i * k + j] = loading[i] * loading[j] + (i == j ? unique[i] : 0.0);
    memcpy(work->v, work->sigma, sizeof(double) * (size_t)(k * k));
    gsl_matrix_view v = gsl_matrix_view_array(work->v, (size_t)k, (size_t)k);
    if (gsl_linalg_cholesky_decomp1(&v.matrix))
        return INFINITY;
    double value = 0.0;
    for (int i = 0; i < k; i++)
        value += 2.0 * log(work->v[i * k + i]);
    if (gsl_linalg_cholesky_invert(&v.matrix))
        return INFINITY;
    for (int i = 0; i < k * k; i++)
        value += work->s[i] * work->v[i];
    return value;
}

static void multiply(const double *a, const double *b, int k, double *product)
{
    for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++) {
            double sum = 0.0;
            for (int l = 0; l < k; l++)
                sum += a[i * k + l] * b[l * k + j];
            product[i * k + j] = sum;
        }
}

/* Newton direction with expected information; returns the largest gradient element. */
static double direction(Work *work, const double *parameter, double *gradient, double *information,
                        double *step, double *u)
{
    int k = work->k, m = 2 * k;
    const double *loading = parameter;
    for (int i = 0; i < k * k; i++)
        work->sigma[i] -= work->s[i];
    multiply(work->v, work->sigma, k, work->vs);
    multiply(work->vs, work->v, k, work->omega);
    double c = 0.0, most = 0.0;
    for (int i = 0; i < k; i++) {
        u[i] = gradient[i] = 0.0;
        for (int j = 0; j < k; j++) {
            u[i] += work->v[i * k + j] * loading[j];
            gradient[i] += work->omega[i * k + j] * loading[j];
        }
        gradient[k + i] = 0.5 * work->omega[i * k + i];
        c += u[i] * loading[i];
    }
    for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++) {
            double v = work->v[i * k + j];
            information[i * m + j] = v * c + u[i] * u[j];
            information[i * m + k + j] = v * u[j];
            information[(k + i) * m + j] = v * u[i];
            information[(k + i) * m + k + j] = 0.5 * v * v;
        }
    for (int i = 0; i < m; i++)
        most = fmax(most, fabs(gradient[i]));
    gsl_matrix_view a = gsl_matrix_view_array(information, (size_t)m, (size_t)m);
    gsl_vector_const_view g = gsl_vector_const_view_array(gradient, (size_t)m);
    gsl_vector_view s = gsl_vector_view_array(step, (size_t)m);
    if (gsl_linalg_cholesky_decomp1(&a.matrix) ||
        gsl_linalg_cholesky_solve(&a.matrix, &g.vector, &s.vector))
        return NAN;
    return most;
}

static bool iterate(Work *work, Arena *arena, double *parameter)
{
    int m = 2 * work->k;
    double *gradient = arena_new(arena, double, m), *information = arena_new(arena, double, m *m);
    double *step = arena_new(arena, double, m), *next = arena_new(arena, double, m),
           *u = arena_new(arena, double, m);
    double value = discrepancy(work, parameter);
    for (int round = 0; round < 500; round++) {
        double most = direction(work, parameter, gradient, information, step, u);
        if (isnan(most))
            return false;
        if (most < 1e-12)
            return true;
        double size = 1.0, better = INFINITY;
        for (int halve = 0; halve < 40; halve++, size /= 2.0) {
            for (int i = 0; i < m; i++)
                next[i] = parameter[i] - size * step[i];
            better = discrepancy(work, next);
            if (better <= value + 1e-14 * fabs(value))
                break;
        }
        if (!(better <= value + 1e-14 * fabs(value)))
            return most < 1e-8;
        memcpy(parameter, next, sizeof(double) * (size_t)m);
        value = better;
    }
    return false;
}

bool one_factor_fit(const double *covariance, int k, Arena *arena, double *loading, double *unique)
{
    double *s = arena_new(arena, double, k *k), *sd = arena_new(arena, double, k);
    double *parameter = arena_new(arena, double, 2 * k);
    for (int i = 0; i < k; i++)
        sd[i] = sqrt(covariance[i * k + i]);
    for (int i = 0; i < k * k; i++)
        s[i] = covariance[i] / (sd[i / k] * sd[i % k]);
    double sign = 0.0;
    for (int i = 0; i < k; i++) {
        double sum = 0.0;
        for (int j = 0; j < k; j++)
            sum += i == j ? 0.0 : s[i * k + j];
        sign = sum / (k - 1.0);
        parameter[i] = fmin(0.9, fmax(-0.9, copysign(sqrt(fabs(sign)), sign)));
        parameter[k + i] = 1.0 - parameter[i] * parameter[i];
    }
    Work work = {k,
                 s,
                 arena_new(arena, double, k *k),
                 arena_new(arena, double, k *k),
                 arena_new(arena, double, k *k),
                 arena_new(arena, double, k *k)};
    if (!iterate(&work, arena, parameter))
        return false;
    for (int i = 0; i < k; i++) {
        loading[i] = parameter[i] * sd[i];
        unique[i] = parameter[k + i] * sd[i] * sd[i];
    }
    return true;
}
