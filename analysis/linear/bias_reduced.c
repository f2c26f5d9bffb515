/* CR2 after Pustejovsky and Tipton (2018) with an identity working model. With weights W and
 * U = X L, B_j = I − U_j(WU)_j' − (WU)_jU_j' + U_j S U_j', S = (WU)'(WU), and A_j = B_j^(−1/2). All
 * of it lives in the span of Z_j = [U_j, (WU)_j] (only U_j without weights), so with Z_j = Q_j T_j
 * one eigendecomposition of at most 2p × 2p per cluster is enough, and no n_j × n_j matrix is made.
 *
 * For a coefficient with row a of L: t_j = A_j W_j U_j a, and the Satterthwaite degrees of freedom
 * are (Σ P_jj)² / Σ_ij P_ij², P_ij = δ_ij t_j't_j + x_i' N x_j, x_j = [U_j't_j, (WU)_j't_j]. */
#include "analysis/linear/bias_reduced.h"

#include "analysis/linear/eigen.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

typedef struct {
    const Problem *problem;
    const Fit *fit;
    const double *u;
    int p, width;             /* width: p without weights, 2p with */
    double *s;                /* (WU)'(WU) */
    const int *order, *start; /* rows by cluster */
    /* of the cluster at hand, z = [U_j, W_jU_j] in an orthonormal basis */
    int rank;
    double *t;     /* rank × width: Z_j = Q_j T */
    double *value; /* eigenvalues of B_j inside the basis */
    double *vector;
    double *residual; /* Q_j' e_j */
    double *f;        /* (1/√value) */
} Work;

static double weight_of(const Work *work, int row)
{
    return work->problem->weight ? work->problem->weight[row] : 1.0;
}

static double u_of(const Work *work, int row, int k)
{
    return work->u[(size_t)k * (size_t)work->problem->nrow + (size_t)row];
}

static void sort_by_cluster(const Problem *problem, const CovarianceSpec *spec, Arena *arena,
                            Work *work)
{
    int *start = arena_new(arena, int, spec->ncluster + 2);
    int *order = arena_new(arena, int, problem->nrow + 1);
    for (int i = 0; i < problem->nrow; i++)
        start[spec->cluster[i] + 1]++;
    for (int j = 0; j < spec->ncluster; j++)
        start[j + 1] += start[j];
    int *next = arena_new(arena, int, spec->ncluster + 1);
    memcpy(next, start, sizeof(int) * (size_t)spec->ncluster);
    for (int i = 0; i < problem->nrow; i++)
        order[next[spec->cluster[i]]++] = i;
    work->order = order;
    work->start = start;
}

/* Without weights: the eigenvectors of G = U_j'U_j = V D V' give Q = U_j V D^(−1/2), so that T =
 * D^(1/2) V', B inside the basis is 1 − d, and Q'e = D^(−1/2) V' U_j'e. */
static bool basis_unweighted(Work *work, int from, int to, Arena *arena)
{
    int p = work->p;
    double *gram = arena_new(arena, double, p *p + 1), *d = arena_new(arena, double, p + 1);
    double *score = arena_new(arena, double, p + 1), *v = arena_new(arena, double, p *p + 1);
    double *row = arena_new(arena, double, p + 1);
    for (int i = from; i < to; i++) {
        for (int a = 0; a < p; a++)
            row[a] = u_of(work, work->order[i], a);
        double residual = work->fit->residual[work->order[i]];
        for (int a = 0; a < p; a++) {
            score[a] += row[a] * residual;
            for (int b = 0; b <= a; b++)
                gram[a * p + b] += row[a] * row[b];
        }
    }
    for (int a = 0; a < p; a++)
        for (int b = 0; b < a; b++)
            gram[b * p + a] = gram[a * p + b];
    if (!eigen_symmetric(gram, p, arena, d, v))
        return false;
    work->rank = 0;
    for (int k = 0; k < p; k++) {
        if (d[k] <= 1e-15)
            continue;
        int r = work->rank++;
        double length = sqrt(d[k]);
        work->value[r] = 1.0 - d[k];
        work->residual[r] = linear_dot(v + k * p, score, p) / length;
        for (int a = 0; a < p; a++)
            work->t[a * work->width + r] = length * v[k * p + a];
    }
    memset(work->vector, 0, sizeof(double) * (size_t)(work->width * work->width));
    for (int r = 0; r < work->rank; r++)
        work->vector[r * work->width + r] = 1.0;
    return true;
}

/* Q, T of Z = [U_j, W_jU_j] by pivoted QR; B inside the basis is I + T K T', diagonalised. */
static bool basis_weighted(Work *work, int from, int to, Arena *arena)
{
    int p = work->p, width = work->width;
    size_t n = (size_t)(to - from), least = n < (size_t)width ? n : (size_t)width;
    double *z = arena_alloc(arena, sizeof(double), n * (size_t)width);
    double *e = arena_alloc(arena, sizeof(double), n), *tau = arena_new(arena, double, width + 1);
    double *norms = arena_new(arena, double, width + 1);
    size_t *pivot = arena_new(arena, size_t, width + 1);
    for (size_t i = 0; i < n; i++) {
        int row = work->order[from + (int)i];
        e[i] = work->fit->residual[row];
        for (int k = 0; k < p; k++) {
            z[i * (size_t)width + (size_t)k] = u_of(work, row, k);
            z[i * (size_t)width + (size_t)(p + k)] = u_of(work, row, k) * weight_of(work, row);
        }
    }
    gsl_matrix_view zv = gsl_matrix_view_array(z, n, (size_t)width);
    gsl_vector_view ev = gsl_vector_view_array(e, n), tv = gsl_vector_view_array(tau, least);
    gsl_vector_view nv = gsl_vector_view_array(norms, (size_t)width);
    gsl_permutation permutation = {(size_t)width, pivot};
    int sign;
    if (gsl_linalg_QRPT_decomp(&zv.matrix, &tv.vector, &permutation, &sign, &nv.vector) ||
        gsl_linalg_QR_QTvec(&zv.matrix, &tv.vector, &ev.vector))
        return false;
    int rank = 0;
    while (rank < (int)least && fabs(z[rank * width + rank]) > 1e-13 * fabs(z[0]) &&
           z[rank * width + rank] != 0.0)
        rank++;
    double *inside = arena_new(arena, double, rank *rank + 1);
    double *values = arena_new(arena, double, rank + 1),
           *vectors = arena_new(arena, double, rank *rank + 1);
    work->rank = rank;
    memset(work->t, 0, sizeof(double) * (size_t)(width * width));
    for (int k = 0; k < width; k++)
        for (int r = 0; r < rank && r <= k; r++)
            work->t[(int)pivot[k] * width + r] = z[r * width + k];
    memcpy(work->residual, e, sizeof(double) * (size_t)rank);
    const double *t = work->t;
    for (int a = 0; a < rank; a++)
        for (int b = 0; b < rank; b++) {
            double sum = a == b ? 1.0 : 0.0;
            for (int k = 0; k < p; k++) {
                sum -= t[k * width + a] * t[(p + k) * width + b] +
                       t[(p + k) * width + a] * t[k * width + b];
                for (int l = 0; l < p; l++)
                    sum += t[k * width + a] * work->s[l * p + k] * t[l * width + b];
            }
            inside[b * rank + a] = sum;
        }
    if (!eigen_symmetric(inside, rank, arena, values, vectors))
        return false;
    for (int r = 0; r < rank; r++) {
        work->value[r] = values[r];
        for (int a = 0; a < rank; a++)
            work->vector[r * width + a] = vectors[r * rank + a];
    }
    return true;
}

/* to = A_j from, in coordinates of the basis (what lies outside it is left as it is). */
static void adjust(const Work *work, const double *from, double *to)
{
    memset(to, 0, sizeof(double) * (size_t)work->width);
    for (int r = 0; r < work->rank; r++) {
        double part = work->f[r] * linear_dot(work->vector + r * work->width, from, work->rank);
        for (int a = 0; a < work->rank; a++)
            to[a] += part * work->vector[r * work->width + a];
    }
}

/* x[k] = (column k of Z_j)' Q_j v for the `width` columns. */
static void project(const Work *work, const double *v, double *x)
{
    for (int k = 0; k < work->width; k++)
        x[k] = linear_dot(work->t + k * work->width, v, work->rank);
}

typedef struct {
    double *diagonal; /* Σ τ_j, per coefficient */
    double *square;   /* Σ τ_j² + 2 τ_j x_j'Nx_j */
    double *cross;    /* Σ x_j x_j', width × width per coefficient */
} Moments;

/* q = N x, N = [[S, −I], [−I, 0]] with weights, −I without. */
static void times_n(const Work *work, const double *x, double *q)
{
    int p = work->p;
    for (int k = 0; k < p && work->width == p; k++)
        q[k] = -x[k];
    for (int k = 0; k < p && work->width > p; k++) {
        q[k] = -x[p + k];
        for (int l = 0; l < p; l++)
            q[k] += work->s[l * p + k] * x[l];
        q[p + k] = -x[k];
    }
}

static void add_moments(const Work *work, Moments *moments, double *v, double *w, double *x,
                        double *q)
{
    int p = work->p, width = work->width, shift = width > p ? p : 0;
    for (int c = 0; c < p; c++) {
        memset(v, 0, sizeof(double) * (size_t)width);
        for (int k = c; k < p; k++) { /* row c of L; L is upper triangular */
            double a = work->fit->root[k * p + c];
            for (int r = 0; r < work->rank; r++)
                v[r] += a * work->t[(k + shift) * width + r];
        }
        adjust(work, v, w);
        double tau = linear_dot(w, w, work->rank);
        project(work, w, x);
        times_n(work, x, q);
        double inner = linear_dot(x, q, width);
        moments->diagonal[c] += tau + inner;
        moments->square[c] += tau * tau + 2.0 * tau * inner;
        double *cross = moments->cross + c * width * width;
        for (int a = 0; a < width; a++)
            for (int b = 0; b < width; b++)
                cross[b * width + a] += x[a] * x[b];
    }
}

/* Σ_ij (x_i'Nx_j)² = tr(N C N C). */
static double cross_square(const Work *work, const double *cross, double *nc)
{
    int width = work->width;
    for (int b = 0; b < width; b++)
        times_n(work, cross + b * width, nc + b * width);
    double sum = 0.0;
    for (int a = 0; a < width; a++)
        for (int b = 0; b < width; b++)
            sum += nc[b * width + a] * nc[a * width + b];
    return sum;
}

static void open_work(Work *work, Arena *arena)
{
    int n = work->problem->nrow, p = work->p, width = work->width;
    work->s = arena_new(arena, double, p *p + 1);
    work->t = arena_new(arena, double, width *width + 1);
    work->value = arena_new(arena, double, width + 1);
    work->vector = arena_new(arena, double, width *width + 1);
    work->residual = arena_new(arena, double, width + 1);
    work->f = arena_new(arena, double, width + 1);
    for (int i = 0; i < n && width > p; i++)
        for (int a = 0; a < p; a++)
            for (int b = 0; b < p; b++)
                work->s[b * p + a] +=
                    weight_of(work, i) * weight_of(work, i) * u_of(work, i, a) * u_of(work, i, b);
}

static void close_moments(const Work *work, const Moments *moments, const double *meat,
                          Arena *arena, Covariance *covariance)
{
    int p = work->p, width = work->width;
    double *nc = arena_new(arena, double, width *width + 1);
    for (int c = 0; c < p; c++) {
        double sum =
            moments->square[c] + cross_square(work, moments->cross + c * width * width, nc);
        covariance->df[c] = moments->diagonal[c] * moments->diagonal[c] / sum;
        for (int d = 0; d < p; d++) {
            double value = 0.0;
            for (int k = c; k < p; k++)
                for (int l = d; l < p; l++)
                    value +=
                        work->fit->root[k * p + c] * meat[l * p + k] * work->fit->root[l * p + d];
            covariance->matrix[d * p + c] = value;
        }
    }
}

bool bias_reduced_compute(const Problem *problem, const Fit *fit, const CovarianceSpec *spec,
                          const double *basis, Arena *arena, Covariance *covariance)
{
    int p = fit->rank;
    Work work = {
        .problem = problem, .fit = fit, .u = basis, .p = p, .width = problem->weight ? 2 * p : p};
    int width = work.width, shift = width > p ? p : 0;
    open_work(&work, arena);
    sort_by_cluster(problem, spec, arena, &work);
    Moments moments = {arena_new(arena, double, p + 1), arena_new(arena, double, p + 1),
                       arena_new(arena, double, p *width *width + 1)};
    double *meat = arena_new(arena, double, p *p + 1), *v = arena_new(arena, double, width + 1);
    double *w = arena_new(arena, double, width + 1), *x = arena_new(arena, double, width + 1);
    double *q = arena_new(arena, double, width + 1);
    for (int j = 0; j < spec->ncluster; j++) {
        ArenaMark mark = arena_mark(arena);
        int from = work.start[j], to = work.start[j + 1];
        bool good = shift ? basis_weighted(&work, from, to, arena)
                          : basis_unweighted(&work, from, to, arena);
        arena_release(arena, mark);
        if (!good)
            return false;
        for (int r = 0; r < work.rank; r++)
            work.f[r] = work.value[r] > 1e-12 ? 1.0 / sqrt(work.value[r]) : 0.0;
        adjust(&work, work.residual, w);
        project(&work, w, x);
        for (int a = 0; a < p; a++)
            for (int b = 0; b < p; b++)
                meat[b * p + a] += x[shift + a] * x[shift + b];
        add_moments(&work, &moments, v, w, x, q);
    }
    close_moments(&work, &moments, meat, arena, covariance);
    return true;
}
