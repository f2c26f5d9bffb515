/* With Φ = W⁻¹: B_j = Φ^½ (Φ − X_jMX_j') Φ^½, A_j = Φ^½ B_j^(−½) Φ^½; t_j = A_jW_jX_jMc and
 * P_ij = δ_ij t_j'Φt_j − t_i'X_iMX_j't_j. Since B_j is no identity plus low rank, it is factored
 * whole, which is why clusters may not be large. */
#include "analysis/linear/working_cr2.h"

#include "analysis/linear/eigen.h"

#include <math.h>
#include <string.h>

typedef struct {
    const double *x, *weight, *residual, *root;
    int nrow, p;
    const int *row; /* of the cluster */
    int n;
    double *u; /* X_j L, n × p by row */
    double *a; /* A_j, n × n */
} Work;

static void fill_basis(Work *work)
{
    for (int i = 0; i < work->n; i++)
        for (int k = 0; k < work->p; k++) {
            double sum = 0.0;
            for (int j = 0; j <= k; j++)
                sum += work->x[(size_t)j * (size_t)work->nrow + (size_t)work->row[i]] *
                       work->root[k * work->p + j];
            work->u[i * work->p + k] = sum;
        }
}

static bool fill_adjustment(Work *work, Arena *arena)
{
    int n = work->n;
    double *b = arena_new(arena, double, n *n), *value = arena_new(arena, double, n);
    double *vector = arena_new(arena, double, n *n), most = 0.0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double phi_i = 1.0 / work->weight[work->row[i]],
                   phi_j = 1.0 / work->weight[work->row[j]], sum = 0.0;
            for (int k = 0; k < work->p; k++)
                sum += work->u[i * work->p + k] * work->u[j * work->p + k];
            b[i * n + j] = sqrt(phi_i * phi_j) * ((i == j ? phi_i : 0.0) - sum);
        }
    if (!eigen_symmetric(b, n, arena, value, vector))
        return false;
    for (int k = 0; k < n; k++)
        most = fmax(most, value[k]);
    memset(work->a, 0, sizeof(double) * (size_t)(n * n));
    for (int k = 0; k < n; k++) {
        if (value[k] <= 1e-12 * fmax(most, 1.0))
            continue;
        double factor = 1.0 / sqrt(value[k]);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                work->a[i * n + j] += factor * vector[k * n + i] * vector[k * n + j] /
                                      sqrt(work->weight[work->row[i]] * work->weight[work->row[j]]);
    }
    return true;
}

/* out = L'(weighted sums): sums[k] = Σ_i u_ik w_i (A v)_i. */
static void adjusted_score(const Work *work, double *score)
{
    memset(score, 0, sizeof(double) * (size_t)work->p);
    for (int i = 0; i < work->n; i++) {
        double sum = 0.0;
        for (int j = 0; j < work->n; j++)
            sum += work->a[i * work->n + j] * work->residual[work->row[j]];
        for (int k = 0; k < work->p; k++)
            score[k] += work->weight[work->row[i]] * work->u[i * work->p + k] * sum;
    }
}

typedef struct {
    double *diagonal, *square, *cross; /* per coefficient; cross p × p */
} Moments;

static void add_moments(const Work *work, Moments *moments, double *v, double *t, double *q)
{
    int p = work->p, n = work->n;
    for (int c = 0; c < p; c++) {
        double tau = 0.0, inner = 0.0;
        for (int i = 0; i < n; i++) {
            v[i] = 0.0;
            for (int k = c; k < p; k++)
                v[i] += work->u[i * p + k] * work->root[k * p + c];
            v[i] *= work->weight[work->row[i]];
        }
        memset(q, 0, sizeof(double) * (size_t)p);
        for (int i = 0; i < n; i++) {
            t[i] = 0.0;
            for (int j = 0; j < n; j++)
                t[i] += work->a[i * n + j] * v[j];
            tau += t[i] * t[i] / work->weight[work->row[i]];
            for (int k = 0; k < p; k++)
                q[k] += work->u[i * p + k] * t[i];
        }
        for (int k = 0; k < p; k++)
            inner += q[k] * q[k];
        moments->diagonal[c] += tau - inner;
        moments->square[c] += tau * tau - 2.0 * tau * inner;
        for (int a = 0; a < p; a++)
            for (int b = 0; b < p; b++)
                moments->cross[(c * p + a) * p + b] += q[a] * q[b];
    }
}

static void finish(const Work *work, const Moments *moments, const double *meat,
                   Covariance *covariance)
{
    int p = work->p;
    for (int c = 0; c < p; c++) {
        double sum = moments->square[c];
        for (int a = 0; a < p * p; a++)
            sum += moments->cross[c * p * p + a] * moments->cross[c * p * p + a];
        covariance->df[c] = moments->diagonal[c] * moments->diagonal[c] / sum;
        for (int d = 0; d < p; d++) {
            double value = 0.0;
            for (int k = c; k < p; k++)
                for (int l = d; l < p; l++)
                    value += work->root[k * p + c] * meat[l * p + k] * work->root[l * p + d];
            covariance->matrix[d * p + c] = value;
        }
    }
}

bool working_cr2(const double *x, int nrow, int nterm, const double *weight, const double *residual,
                 const double *root, const int *cluster, int ncluster, Arena *arena,
                 Covariance *covariance)
{
    int p = nterm, *row = arena_new(arena, int, nrow + 1);
    Moments moments = {arena_new(arena, double, p + 1), arena_new(arena, double, p + 1),
                       arena_new(arena, double, p *p *p + 1)};
    double *meat = arena_new(arena, double, p *p + 1), *score = arena_new(arena, double, p + 1);
    double *q = arena_new(arena, double, p + 1);
    Work work = {x, weight, residual, root, nrow, p, row, 0, NULL, NULL};
    for (int g = 0; g < ncluster; g++) {
        ArenaMark mark = arena_mark(arena);
        work.n = 0;
        for (int i = 0; i < nrow; i++)
            if (cluster[i] == g)
                row[work.n++] = i;
        if (work.n > WORKING_CR2_MOST)
            return false;
        work.u = arena_new(arena, double, work.n *p + 1);
        work.a = arena_new(arena, double, work.n *work.n + 1);
        fill_basis(&work);
        if (!fill_adjustment(&work, arena))
            return false;
        adjusted_score(&work, score);
        for (int a = 0; a < p; a++)
            for (int b = 0; b < p; b++)
                meat[b * p + a] += score[a] * score[b];
        double *v = arena_new(arena, double, work.n + 1), *t = arena_new(arena, double, work.n + 1);
        add_moments(&work, &moments, v, t, q);
        arena_release(arena, mark);
    }
    finish(&work, &moments, meat, covariance);
    return true;
}
