/* Mixed model: the profiled deviance from cross-products by cluster. The random effects have
 * covariance σ² T T', T = [t0 0; t1 t2]; with W_i = I + T'Z_i'Z_iT the deviance is Σ log|W_i| +
 * log|R_X|² (REML) + df (1 + log(2π r²/df)) (Bates and others 2015). */
#include "analysis/linear/mixed_model.h"

#include "analysis/linear/least_squares.h"

#include <gsl/gsl_linalg.h>
#include <gsl/gsl_multimin.h>
#include <math.h>
#include <string.h>

enum { MOST_THETA = 3 };

/* Cross-products of one cluster with columns (x, y): width w = p + 1. */
typedef struct {
    const MixedProblem *problem;
    int p, w, q, ntheta;
    double *zz; /* ncluster × q × q */
    double *zx; /* ncluster × q × w */
    double *xx; /* w × w, all clusters */
    double *a;  /* work: w × w */
    double *beta;
    double rss; /* r² at the last theta */
    double log_det_x;
    Arena *arena;
} Work;

static double column_of(const MixedProblem *problem, const double *y, const double *x, int row,
                        int k)
{
    return k < problem->nterm ? x[(size_t)k * (size_t)problem->nrow + (size_t)row] : y[row];
}

static void collect(Work *work, const double *x, const double *y)
{
    const MixedProblem *problem = work->problem;
    for (int i = 0; i < problem->nrow; i++) {
        double z[2] = {1.0, problem->slope ? problem->slope[i] : 0.0};
        int c = problem->cluster[i];
        for (int a = 0; a < work->q; a++) {
            for (int b = 0; b < work->q; b++)
                work->zz[(c * work->q + a) * work->q + b] += z[a] * z[b];
            for (int k = 0; k < work->w; k++)
                work->zx[(c * work->q + a) * work->w + k] += z[a] * column_of(problem, y, x, i, k);
        }
        for (int k = 0; k < work->w; k++)
            for (int l = 0; l <= k; l++)
                work->xx[k * work->w + l] +=
                    column_of(problem, y, x, i, k) * column_of(problem, y, x, i, l);
    }
}

/* Takes a cluster's part out of `a` (lower triangle): − (L⁻¹ T'Z'X)'(L⁻¹ T'Z'X), W = LL'; returns
 * log|W|. */
static double reduce(Work *work, int c, const double *t)
{
    const double *zz = work->zz + c * work->q * work->q, *zx = work->zx + c * work->q * work->w;
    double w00, l00, l10 = 0.0, l11 = 1.0, log_det;
    bool two = work->q == 2;
    /* T'ZZ'T for T lower triangular: first column (t0, t1), second (0, t2) */
    if (two) {
        double m00 = t[0] * (t[0] * zz[0] + t[1] * zz[1]) + t[1] * (t[0] * zz[2] + t[1] * zz[3]);
        double m10 = t[2] * (t[0] * zz[2] + t[1] * zz[3]), m11 = t[2] * t[2] * zz[3];
        w00 = 1.0 + m00;
        l00 = sqrt(w00);
        l10 = m10 / l00;
        l11 = sqrt(1.0 + m11 - l10 * l10);
    } else {
        w00 = 1.0 + t[0] * t[0] * zz[0];
        l00 = sqrt(w00);
    }
    log_det = 2.0 * log(l00) + 2.0 * log(l11);
    double *first = arena_new(work->arena, double, work->w),
           *second = arena_new(work->arena, double, work->w);
    for (int k = 0; k < work->w; k++) {
        double u = t[0] * zx[k] + (two ? t[1] * zx[work->w + k] : 0.0);
        first[k] = u / l00;
        second[k] = two ? (t[2] * zx[work->w + k] - l10 * first[k]) / l11 : 0.0;
    }
    for (int k = 0; k < work->w; k++)
        for (int l = 0; l <= k; l++)
            work->a[k * work->w + l] -= first[k] * first[l] + second[k] * second[l];
    return log_det;
}

/* Cholesky of the p × p corner in `a`, the rest of the last row becomes L⁻¹X'y, its corner r². */
static bool factor(Work *work)
{
    int w = work->w;
    work->log_det_x = 0.0;
    for (int j = 0; j < w; j++) {
        for (int k = 0; k < j; k++)
            for (int i = j; i < w; i++)
                work->a[i * w + j] -= work->a[i * w + k] * work->a[j * w + k];
        if (j == w - 1)
            break;
        double pivot = work->a[j * w + j];
        if (!(pivot > 1e-14 * work->xx[j * w + j]))
            return false;
        pivot = sqrt(pivot);
        work->log_det_x += 2.0 * log(pivot);
        for (int i = j; i < w; i++)
            work->a[i * w + j] /= pivot;
    }
    work->rss = work->a[(w - 1) * w + w - 1];
    return work->rss > 0.0;
}

/* Σ log|W_i|, leaving `a` factored; NaN if singular. */
static double reduce_all(Work *work, const double *t)
{
    ArenaMark mark = arena_mark(work->arena);
    double log_det = 0.0;
    memcpy(work->a, work->xx, sizeof(double) * (size_t)(work->w * work->w));
    for (int c = 0; c < work->problem->ncluster; c++)
        log_det += reduce(work, c, t);
    arena_release(work->arena, mark);
    return factor(work) ? log_det : NAN;
}

static double residual_df(const Work *work)
{
    return work->problem->nrow - (work->problem->reml ? work->p : 0.0);
}

static double profiled(Work *work, const double *t)
{
    double log_det = reduce_all(work, t), df = residual_df(work);
    if (isnan(log_det))
        return INFINITY;
    return log_det + (work->problem->reml ? work->log_det_x : 0.0) +
           df * (1.0 + log(2.0 * M_PI * work->rss / df));
}

/* The deviance where the residual variance is a parameter too: (t, log σ). */
static double full_deviance(Work *work, const double *parameter)
{
    double log_det = reduce_all(work, parameter), df = residual_df(work),
           variance = exp(2.0 * parameter[work->ntheta]);
    if (isnan(log_det))
        return INFINITY;
    return log_det + (work->problem->reml ? work->log_det_x : 0.0) +
           df * log(2.0 * M_PI * variance) + work->rss / variance;
}

static double minimised(const gsl_vector *v, void *user)
{
    return profiled(user, v->data);
}

/* Nelder–Mead from several sizes, then Newton steps by differences until they stop helping. */
static bool minimise(Work *work, double *t)
{
    int m = work->ntheta;
    gsl_multimin_fminimizer *search =
        gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, (size_t)m);
    double size_data[MOST_THETA];
    gsl_vector_view at = gsl_vector_view_array(t, (size_t)m),
                    size = gsl_vector_view_array(size_data, (size_t)m);
    gsl_multimin_function function = {minimised, (size_t)m, work};
    bool good = search != NULL;
    for (int start = 0; start < 4 && good; start++) {
        for (int k = 0; k < m; k++)
            size_data[k] = pow(0.1, start) * 0.5;
        good = !gsl_multimin_fminimizer_set(search, &function, &at.vector, &size.vector);
        for (int i = 0; i < 2000 && good; i++) {
            if (gsl_multimin_fminimizer_iterate(search))
                break;
            if (gsl_multimin_fminimizer_size(search) < 1e-10)
                break;
        }
        for (int k = 0; k < m && good; k++)
            t[k] = gsl_vector_get(search->x, (size_t)k);
    }
    if (search)
        gsl_multimin_fminimizer_free(search);
    return good && isfinite(profiled(work, t));
}

typedef double Deviance(Work *work, const double *parameter);

/* Second derivatives by central differences with Richardson extrapolation (numDeriv's scheme). */
static double second(Work *work, Deviance *f, const double *at, int a, int b, int m)
{
    enum { ROUNDS = 4 };
    double estimate[ROUNDS], x[MOST_THETA + 2];
    for (int round = 0; round < ROUNDS; round++) {
        double ha = 0.02 * (1.0 + fabs(at[a])) / pow(2.0, round),
               hb = 0.02 * (1.0 + fabs(at[b])) / pow(2.0, round);
        double value = 0.0;
        for (int corner = 0; corner < 4; corner++) {
            memcpy(x, at, sizeof(double) * (size_t)m);
            x[a] += corner & 1 ? ha : -ha;
            x[b] += corner & 2 ? hb : -hb;
            value += (corner == 0 || corner == 3 ? 1.0 : -1.0) * f(work, x);
        }
        estimate[round] = value / (4.0 * ha * hb);
    }
    for (int order = 1; order < ROUNDS; order++)
        for (int round = 0; round < ROUNDS - order; round++)
            estimate[round] = estimate[round + 1] +
                              (estimate[round + 1] - estimate[round]) / (pow(4.0, order) - 1.0);
    return estimate[0];
}

static double first(Work *work, Deviance *f, const double *at, int a, int m)
{
    enum { ROUNDS = 4 };
    double estimate[ROUNDS], x[MOST_THETA + 2];
    for (int round = 0; round < ROUNDS; round++) {
        double h = 0.02 * (1.0 + fabs(at[a])) / pow(2.0, round), high;
        memcpy(x, at, sizeof(double) * (size_t)m);
        x[a] = at[a] + h;
        high = f(work, x);
        x[a] = at[a] - h;
        estimate[round] = (high - f(work, x)) / (2.0 * h);
    }
    for (int order = 1; order < ROUNDS; order++)
        for (int round = 0; round < ROUNDS - order; round++)
            estimate[round] = estimate[round + 1] +
                              (estimate[round + 1] - estimate[round]) / (pow(4.0, order) - 1.0);
    return estimate[0];
}

static bool solve_symmetric(double *matrix, int m, const double *right, double *solution)
{
    gsl_matrix_view view = gsl_matrix_view_array(matrix, (size_t)m, (size_t)m);
    gsl_vector_const_view b = gsl_vector_const_view_array(right, (size_t)m);
    gsl_vector_view x = gsl_vector_view_array(solution, (size_t)m);
    return !gsl_linalg_cholesky_decomp1(&view.matrix) &&
           !gsl_linalg_cholesky_solve(&view.matrix, &b.vector, &x.vector);
}

/* Nelder–Mead stops at half the digits: Newton on the gradient gains the rest. */
static void polish(Work *work, double *t)
{
    int m = work->ntheta;
    for (int round = 0; round < 4; round++) {
        double hessian[MOST_THETA * MOST_THETA], gradient[MOST_THETA], step[MOST_THETA];
        for (int a = 0; a < m; a++) {
            gradient[a] = first(work, profiled, t, a, m);
            for (int b = 0; b <= a; b++)
                hessian[a * m + b] = hessian[b * m + a] = second(work, profiled, t, a, b, m);
        }
        if (!solve_symmetric(hessian, m, gradient, step))
            return;
        for (int a = 0; a < m; a++)
            if (fabs(step[a]) > 0.01 * (1.0 + fabs(t[a])))
                return;
        for (int a = 0; a < m; a++)
            t[a] -= step[a];
    }
}

/* Inverse of the factored corner: (X'V⁻¹X)⁻¹ up to σ², and beta. */
static void solve_fixed(Work *work, double *inverse, double *beta)
{
    int p = work->p, w = work->w;
    double *l = arena_new(work->arena, double, p *p + 1); /* L⁻¹ */
    for (int j = 0; j < p; j++)
        for (int i = j; i < p; i++) {
            double sum = i == j ? 1.0 : 0.0;
            for (int k = j; k < i; k++)
                sum -= work->a[i * w + k] * l[k * p + j];
            l[i * p + j] = sum / work->a[i * w + i];
        }
    for (int i = 0; i < p; i++) {
        beta[i] = 0.0;
        for (int k = i; k < p; k++)
            beta[i] += l[k * p + i] * work->a[(w - 1) * w + k];
        for (int j = 0; j < p; j++) {
            inverse[i * p + j] = 0.0;
            for (int k = i > j ? i : j; k < p; k++)
                inverse[i * p + j] += l[k * p + i] * l[k * p + j];
        }
    }
}

/* df = 2 v² / (g'Ag): A is twice the inverse Hessian of the deviance in (t, log σ), g the gradient
 * of the coefficient's variance v. */
static void satterthwaite(Work *work, const double *t, double sigma, MixedFit *fit)
{
    int m = work->ntheta + 1, p = work->p;
    double at[MOST_THETA + 1], hessian[(MOST_THETA + 1) * (MOST_THETA + 1)],
        gradient[MOST_THETA + 1], half[MOST_THETA + 1];
    memcpy(at, t, sizeof(double) * (size_t)work->ntheta);
    at[work->ntheta] = log(sigma);
    double *keep = arena_new(work->arena, double, m *m + 1),
           *inverse = arena_new(work->arena, double, p *p + 1);
    double *beta = arena_new(work->arena, double, p + 1),
           *slope = arena_new(work->arena, double, m *p + 1);
    for (int a = 0; a < m; a++)
        for (int b = 0; b <= a; b++)
            keep[a * m + b] = keep[b * m + a] = second(work, full_deviance, at, a, b, m);
    for (int a = 0; a < m; a++) { /* gradients of all variances at once, extrapolated */
        double table[4][64];
        for (int round = 0; round < 4; round++) {
            double h = 0.02 * (1.0 + fabs(at[a])) / pow(2.0, round), x[MOST_THETA + 1];
            for (int side = 1; side >= -1; side -= 2) {
                memcpy(x, at, sizeof(double) * (size_t)m);
                x[a] += side * h;
                reduce_all(work, x);
                solve_fixed(work, inverse, beta);
                for (int c = 0; c < p && c < 64; c++) {
                    double variance = inverse[c * p + c] * exp(2.0 * x[work->ntheta]);
                    table[round][c] =
                        side == 1 ? variance : (table[round][c] - variance) / (2.0 * h);
                }
            }
        }
        for (int order = 1; order < 4; order++)
            for (int round = 0; round < 4 - order; round++)
                for (int c = 0; c < p && c < 64; c++)
                    table[round][c] =
                        table[round + 1][c] +
                        (table[round + 1][c] - table[round][c]) / (pow(4.0, order) - 1.0);
        for (int c = 0; c < p && c < 64; c++)
            slope[a * p + c] = table[0][c];
    }
    for (int c = 0; c < p; c++) {
        memcpy(hessian, keep, sizeof(double) * (size_t)(m * m));
        for (int a = 0; a < m; a++)
            gradient[a] = slope[a * p + c];
        double spread = 0.0, variance = fit->se[c] * fit->se[c];
        if (c >= 64 || !solve_symmetric(hessian, m, gradient, half)) {
            fit->df[c] = NAN;
            continue;
        }
        for (int a = 0; a < m; a++)
            spread += 2.0 * gradient[a] * half[a];
        fit->df[c] = 2.0 * variance * variance / spread;
    }
}

const char *mixed_fit(const MixedProblem *problem, Arena *arena, MixedFit *fit)
{
    int p = problem->nterm, n = problem->nrow, q = problem->slope ? 2 : 1;
    Work work = {
        .problem = problem, .p = p, .w = p + 1, .q = q, .ntheta = q == 2 ? 3 : 1, .arena = arena};
    double *y = arena_new(arena, double, n + 1), t[MOST_THETA] = {1.0, 0.0, 1.0};
    Fit squares;
    Problem least = {n, p, problem->x, problem->y, NULL, false};
    fit_least_squares(&least, arena, &squares);
    if (squares.rank < p || n <= p)
        return "singular";
    if (!(squares.rss > 0.0))
        return "zero variance";
    /* residuals instead of y: the same model, better cross-products; beta is added back */
    memcpy(y, squares.residual, sizeof(double) * (size_t)n);
    work.zz = arena_new(arena, double, problem->ncluster *q *q + 1);
    work.zx = arena_new(arena, double, problem->ncluster *q *work.w + 1);
    work.xx = arena_new(arena, double, work.w *work.w + 1);
    work.a = arena_new(arena, double, work.w *work.w + 1);
    collect(&work, problem->x, y);
    if (!minimise(&work, t))
        return "not converged";
    polish(&work, t);
    double least_deviance = profiled(&work, t), df = residual_df(&work);
    double sigma = sqrt(work.rss / df), *inverse = arena_new(arena, double, p *p + 1);
    *fit = (MixedFit){arena_new(arena, double, p + 1),
                      arena_new(arena, double, p + 1),
                      arena_new(arena, double, p + 1),
                      t[0] * t[0] * sigma * sigma,
                      0.0,
                      0.0,
                      sigma * sigma,
                      -least_deviance / 2.0,
                      false};
    if (q == 2) {
        fit->cov_slope = t[0] * t[1] * sigma * sigma;
        fit->var_slope = (t[1] * t[1] + t[2] * t[2]) * sigma * sigma;
    }
    solve_fixed(&work, inverse, fit->beta);
    for (int c = 0; c < p; c++) {
        fit->beta[c] += squares.beta[c];
        fit->se[c] = sigma * sqrt(inverse[c * p + c]);
    }
    fit->singular = fabs(t[0]) < 1e-5 || (q == 2 && fabs(t[2]) < 1e-5);
    if (!fit->singular)
        satterthwaite(&work, t, sigma, fit);
    return NULL;
}
