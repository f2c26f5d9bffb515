/* ordinal_logit: how an ordered answer goes with the covariates (proportional odds).
 * Assumes the same odds ratio at every cut. Reference: McCullagh (1980), JRSS-B 42; MASS::polr.
 * METHODOLOGY.md: estimator-ordinal_logit. */
#include "analysis/linear/design.h"
#include "analysis/linear/regression.h"
#include "core/text.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

static const Option OPTIONS[] = {
    {"y", OPTION_GROUP, true, NULL, {"sakārtota atbilde", "ordered answer"}, false},
    {"levels",
     OPTION_TEXT,
     false,
     NULL,
     {"līmeņi no zemākā uz augstāko", "levels from low to high"},
     false},
    {"x", OPTION_COLUMNS, false, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"cluster", OPTION_GROUP, false, NULL, {"kopas (klasteri)", "clusters"}, false},
    {"vcov",
     OPTION_CHOICE,
     false,
     "classical|hc0|hc1|cr0|cr1",
     {"dispersija; ar kopām cr1", "variance; cr1 with clusters"},
     false},
};

/* Parameters: beta (p), then cut points (k − 1). P(Y ≤ j) = F(zeta_j − x'beta). */
typedef struct {
    int n, p, k, m;
    const Design *design;
    const double *weight;
    int *y;
    double *parameter, *score, *hessian; /* score: n × m by row */
    double likelihood;
} Model;

static double logistic(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static double cut(const Model *m, const double *parameter, int j, double eta)
{
    return j < 0 ? -INFINITY : j >= m->k - 1 ? INFINITY : parameter[m->p + j] - eta;
}

/* Log likelihood, scores of rows and minus the Hessian at `parameter`. */
static double evaluate(Model *m, const double *parameter)
{
    double sum = 0.0;
    double v[2], g[2], h[2][2];
    memset(m->hessian, 0, sizeof(double) * (size_t)(m->m * m->m));
    memset(m->score, 0, sizeof(double) * (size_t)m->n * (size_t)m->m);
    for (int i = 0; i < m->n; i++) {
        double eta = 0.0, w = m->weight ? m->weight[i] : 1.0;
        for (int j = 0; j < m->p; j++)
            eta += m->design->x[(size_t)j * (size_t)m->n + (size_t)i] * parameter[j];
        double high = logistic(cut(m, parameter, m->y[i], eta)),
               low = logistic(cut(m, parameter, m->y[i] - 1, eta));
        double share = high - low;
        if (!(share > 0.0))
            return -INFINITY;
        sum += w * log(share);
        v[0] = high * (1.0 - high);
        v[1] = -low * (1.0 - low);
        g[0] = v[0] / share;
        g[1] = v[1] / share;
        for (int a = 0; a < 2; a++)
            for (int b = 0; b < 2; b++) {
                double bend = a == b ? v[a] * (1.0 - 2.0 * (a ? low : high)) / share : 0.0;
                h[a][b] = g[a] * g[b] - bend;
            }
        /* upper and lower cut move with their own zeta and with −x */
        int at[2] = {m->y[i] < m->k - 1 ? m->p + m->y[i] : -1,
                     m->y[i] > 0 ? m->p + m->y[i] - 1 : -1};
        double *score = m->score + (size_t)i * (size_t)m->m;
        for (int a = 0; a < 2; a++) {
            if (at[a] < 0)
                continue;
            score[at[a]] += w * g[a];
            for (int j = 0; j < m->p; j++)
                score[j] -= w * g[a] * m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
            for (int b = 0; b < 2; b++) {
                if (at[b] < 0)
                    continue;
                m->hessian[at[a] * m->m + at[b]] += w * h[a][b];
                for (int j = 0; j < m->p; j++) {
                    double x = m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
                    m->hessian[at[a] * m->m + j] -= w * h[a][b] * x;
                    m->hessian[j * m->m + at[a]] -= w * h[b][a] * x;
                    for (int l = 0; l < m->p; l++)
                        m->hessian[j * m->m + l] +=
                            w * h[a][b] * x * m->design->x[(size_t)l * (size_t)m->n + (size_t)i];
                }
            }
        }
    }
    return sum;
}

/* Inverse of minus the Hessian in place; false if it is not positive definite. */
static bool invert(Model *m, double *inverse)
{
    memcpy(inverse, m->hessian, sizeof(double) * (size_t)(m->m * m->m));
    gsl_matrix_view view = gsl_matrix_view_array(inverse, (size_t)m->m, (size_t)m->m);
    return !gsl_linalg_cholesky_decomp1(&view.matrix) && !gsl_linalg_cholesky_invert(&view.matrix);
}

static const char *fit(Model *m, Arena *arena, double *inverse)
{
    double *step = arena_new(arena, double, m->m), *next = arena_new(arena, double, m->m);
    m->likelihood = evaluate(m, m->parameter);
    for (int round = 0; round < 200; round++) {
        double most = 0.0, size = 1.0, better = -INFINITY;
        if (!invert(m, inverse))
            return round == 0 ? "singular" : "separation";
        for (int a = 0; a < m->m; a++) {
            step[a] = 0.0;
            for (int i = 0; i < m->n; i++)
                for (int b = 0; b < m->m && a == 0; b++)
                    next[b] = (i ? next[b] : 0.0) + m->score[(size_t)i * (size_t)m->m + (size_t)b];
            for (int b = 0; b < m->m; b++)
                step[a] += inverse[a * m->m + b] * next[b];
        }
        for (int a = 0; a < m->m; a++)
            most = fmax(most, fabs(step[a]) / (1.0 + fabs(m->parameter[a])));
        for (int halve = 0; halve < 30; halve++, size /= 2.0) {
            for (int a = 0; a < m->m; a++)
                next[a] = m->parameter[a] + size * step[a];
            better = evaluate(m, next);
            if (better >= m->likelihood - 1e-12 * fabs(m->likelihood))
                break;
        }
        memcpy(m->parameter, next, sizeof(double) * (size_t)m->m);
        m->likelihood = better;
        if (most < 1e-11)
            return invert(m, inverse) ? NULL : "singular";
        for (int a = 0; a < m->p; a++)
            if (fabs(m->parameter[a]) > 1e4)
                return "separation";
    }
    return "not converged";
}

/* Sandwich of scores summed by cluster (or by row). */
static void sandwich(const Model *m, const double *inverse, CovarianceKind kind,
                     const Column *cluster, Arena *arena, double *matrix)
{
    int groups = kind >= COVARIANCE_CR0 ? cluster->nlevel : m->n, q = m->m;
    double *sum = arena_alloc(arena, sizeof(double), (size_t)groups * (size_t)q + 1);
    double *meat = arena_new(arena, double, q *q + 1), *half = arena_new(arena, double, q *q + 1),
           scale = 1.0;
    for (int i = 0; i < m->n; i++)
        for (int a = 0; a < q; a++)
            sum[(kind >= COVARIANCE_CR0 ? (int)cluster->x[i] : i) * q + a] +=
                m->score[(size_t)i * (size_t)q + (size_t)a];
    for (int g = 0; g < groups; g++)
        for (int a = 0; a < q; a++)
            for (int b = 0; b < q; b++)
                meat[a * q + b] += sum[g * q + a] * sum[g * q + b];
    if (kind == COVARIANCE_HC1)
        scale = m->n / (double)(m->n - q);
    if (kind == COVARIANCE_CR1)
        scale = groups / (groups - 1.0);
    for (int a = 0; a < q; a++)
        for (int b = 0; b < q; b++)
            for (int c = 0; c < q; c++)
                half[a * q + b] += inverse[a * q + c] * meat[c * q + b];
    memset(matrix, 0, sizeof(double) * (size_t)(q * q));
    for (int a = 0; a < q; a++)
        for (int b = 0; b < q; b++)
            for (int c = 0; c < q; c++)
                matrix[a * q + b] += scale * half[a * q + c] * inverse[c * q + b];
}

/* Codes of y in the order of levels=; reports a level that is not there. */
static bool read_levels(const Frame *frame, const Spec *spec, const Column *y, Arena *arena,
                        Diag *diag, const char ***level, int *k, int *code)
{
    const char *list = spec_text(spec, "levels");
    *k = list ? text_split(arena, list, ',', level) : y->nlevel;
    if (!list)
        *level = y->level;
    int *place = arena_new(arena, int, y->nlevel + 1);
    for (int have = 0; have < y->nlevel; have++) {
        place[have] = -1;
        for (int j = 0; j < *k; j++)
            if (!strcmp((*level)[j], y->level[have]))
                place[have] = j;
        if (place[have] < 0)
            return diag_fail(diag, spec->places.first, MSG_ESTIMATE_NUMBER, "levels", list,
                             y->level[have]);
    }
    for (int j = 0; j < *k; j++) {
        bool seen = false;
        for (int have = 0; have < y->nlevel; have++)
            seen |= place[have] == j;
        if (!seen) {
            const char *near = text_nearest(arena, (*level)[j], y->level, y->nlevel);
            return diag_fail(diag, spec->places.first, MSG_ESTIMATE_LEVEL, y->name, (*level)[j],
                             near ? near : "–");
        }
    }
    for (int i = 0; i < frame->nrow; i++)
        code[i] = place[(int)y->x[i]];
    return true;
}

static void start(Model *m)
{
    double below = 0.0, total = 0.0;
    for (int i = 0; i < m->n; i++)
        total += m->weight ? m->weight[i] : 1.0;
    for (int j = 0; j < m->k - 1; j++) {
        for (int i = 0; i < m->n; i++)
            below += m->y[i] == j ? (m->weight ? m->weight[i] : 1.0) : 0.0;
        m->parameter[m->p + j] = log(below / (total - below));
    }
}

static void report(const Model *m, const char *note, const char **level, const double *matrix,
                   bool has, double df, const char *caution, double conf, int nclusters,
                   Arena *arena, EstimateList *out)
{
    for (int a = 0; a < m->m; a++) {
        const char *term = a < m->p
                               ? m->design->term[a]
                               : arena_format(arena, "%s|%s", level[a - m->p], level[a - m->p + 1]);
        Estimate *row = estimate_add(out, term);
        row->n = m->n;
        row->n_clusters = nclusters;
        estimate_note(out, row, note ? note : caution);
        if (note)
            continue;
        row->estimate = m->parameter[a];
        if (!has)
            continue;
        row->se = sqrt(matrix[a * m->m + a]);
        row->df = df;
        estimate_infer(out, row, conf);
        if (m->weight)
            estimate_note(out, row, "probability weights");
    }
    Estimate *row = estimate_add(out, "deviance");
    row->n = m->n;
    row->estimate = note ? NAN : -2.0 * m->likelihood;
    estimate_note(out, row, note);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    Model m = {0};
    if (!design_weights(&rows, spec, arena, diag, &m.weight))
        return false;
    const Column **x = NULL, *y = spec_column(spec, &rows, "y"),
                 *cluster = spec_column(spec, &rows, "cluster");
    const char **level;
    int nx = spec_columns(spec, &rows, "x", arena, &x);
    CovarianceKind kind = cluster ? COVARIANCE_CR1 : COVARIANCE_CLASSICAL;
    covariance_parse(spec_text(spec, "vcov"), &kind);
    if (kind >= COVARIANCE_CR0 && !cluster)
        return diag_fail(diag, spec->places.first, MSG_ESTIMATE_REQUIRED, spec->estimator->id,
                         "cluster");
    m.n = rows.nrow;
    m.y = arena_new(arena, int, m.n + 1);
    if (!read_levels(&rows, spec, y, arena, diag, &level, &m.k, m.y))
        return false;
    Design design = design_build(&rows, spec, x, nx, true, 0, arena);
    design.x += rows.nrow; /* the cut points are the constants */
    design.term++;
    m.p = design.nterm - 1;
    m.design = &design;
    m.m = m.p + m.k - 1;
    m.parameter = arena_new(arena, double, m.m + 1);
    m.hessian = arena_new(arena, double, m.m *m.m + 1);
    m.score = arena_alloc(arena, sizeof(double), (size_t)m.n * (size_t)m.m + 1);
    double *inverse = arena_new(arena, double, m.m *m.m + 1),
           *matrix = arena_new(arena, double, m.m *m.m + 1);
    start(&m);
    const char *note = m.k < 2 ? "levels<2" : fit(&m, arena, inverse), *caution = NULL;
    bool has = kind < COVARIANCE_CR0 || cluster->nlevel >= 2;
    if (kind >= COVARIANCE_CR0)
        caution = cluster->nlevel < 2 ? "clusters<2" : cluster->nlevel < 10 ? "clusters<10" : NULL;
    if (!note && kind == COVARIANCE_CLASSICAL)
        memcpy(matrix, inverse, sizeof(double) * (size_t)(m.m * m.m));
    else if (!note && has)
        sandwich(&m, inverse, kind, cluster, arena, matrix);
    report(&m, note, level, matrix, has, kind >= COVARIANCE_CR0 ? cluster->nlevel - 1.0 : NAN,
           caution, spec->conf, cluster ? cluster->nlevel : 0, arena, out);
    return true;
}

const Estimator estimator_ordinal_logit = {
    .id = "ordinal_logit",
    .title = {"Ordinālā loģistiskā regresija", "Ordinal logistic regression"},
    .estimates = {"sakārtotas atbildes sakaru ar paskaidrojošajām kolonnām",
                  "how an ordered answer goes with the covariates"},
    .assumptions = {"izredžu attiecība pie katra sliekšņa ir vienāda",
                    "the odds ratio is the same at every cut"},
    .formula = "logit P(Y <= j) = zeta_j - x'b, maximum likelihood; errors from the observed "
               "information; cr1: G/(G-1)",
    .reference = "McCullagh (1980), JRSS-B 42; MASS::polr",
    .terms = "coefficients, low|high (cut points), deviance",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
