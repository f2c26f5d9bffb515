/* Generalised linear models: fitting, separation, covariance on the working model, average marginal
 * effects. */
#include "analysis/linear/glm_model.h"

#include "analysis/linear/regression.h"
#include "analysis/linear/working_cr2.h"

#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <string.h>

static double weight_of(const GlmModel *m, int i)
{
    return m->weight ? m->weight[i] : 1.0;
}

double glm_mean(GlmFamily family, double eta)
{
    return family == GLM_LOGIT ? 1.0 / (1.0 + exp(-eta)) : exp(eta);
}

/* dμ/dη. */
double glm_slope(GlmFamily family, double mu)
{
    return family == GLM_LOGIT ? mu * (1.0 - mu) : mu;
}

static double variance_of(const GlmModel *m, double mu)
{
    if (m->family == GLM_LOGIT)
        return mu * (1.0 - mu);
    return m->family == GLM_POISSON ? mu : mu + mu * mu / m->theta;
}

static double part_of_deviance(const GlmModel *m, int i)
{
    double y = m->y[i], mu = m->mu[i], ratio = y > 0.0 ? y * log(y / mu) : 0.0;
    if (m->family == GLM_LOGIT)
        return -2.0 * log(y > 0.5 ? mu : 1.0 - mu);
    if (m->family == GLM_POISSON)
        return 2.0 * (ratio - (y - mu));
    return 2.0 * (ratio - (y + m->theta) * log((y + m->theta) / (mu + m->theta)));
}

static double deviance(const GlmModel *m)
{
    double sum = 0.0;
    for (int i = 0; i < m->n; i++)
        sum += weight_of(m, i) * part_of_deviance(m, i);
    return sum;
}

static double log_likelihood(const GlmModel *m)
{
    double sum = 0.0, t = m->theta;
    for (int i = 0; i < m->n; i++) {
        double y = m->y[i], mu = m->mu[i], part = -0.5 * part_of_deviance(m, i);
        if (m->family == GLM_POISSON)
            part = y * log(mu) - mu - gsl_sf_lngamma(y + 1.0);
        else if (m->family == GLM_NEGATIVE_BINOMIAL)
            part = gsl_sf_lngamma(t + y) - gsl_sf_lngamma(t) - gsl_sf_lngamma(y + 1.0) +
                   t * log(t) + (y > 0.0 ? y * log(mu) : 0.0) - (t + y) * log(t + mu);
        sum += weight_of(m, i) * part;
    }
    return sum;
}

static void predict(GlmModel *m)
{
    for (int i = 0; i < m->n; i++) {
        double eta = m->offset ? m->offset[i] : 0.0;
        for (int j = 0; j < m->p; j++)
            eta += m->design->x[(size_t)j * (size_t)m->n + (size_t)i] * m->beta[j];
        m->eta[i] = eta;
        m->mu[i] = glm_mean(m->family, eta);
    }
}

static void fill_working(GlmModel *m)
{
    for (int i = 0; i < m->n; i++) {
        double slope = fmax(glm_slope(m->family, m->mu[i]), 1e-300);
        m->working[i] = weight_of(m, i) * slope * slope / fmax(variance_of(m, m->mu[i]), 1e-300);
        m->response[i] =
            m->eta[i] - (m->offset ? m->offset[i] : 0.0) + (m->y[i] - m->mu[i]) / slope;
    }
}

static bool is_separated(const GlmModel *m)
{
    for (int i = 0; i < m->n; i++) {
        double mu = m->mu[i];
        if (m->family == GLM_LOGIT ? (m->y[i] > 0.5 ? 1.0 - mu : mu) < 1e-9
                                   : m->y[i] == 0.0 && mu < 1e-9)
            return true;
    }
    return false;
}

/* One set of Newton steps at fixed theta. */
static const char *iterate(GlmModel *m, Arena *arena)
{
    for (int round = 0; round < 100; round++) {
        fill_working(m);
        ArenaMark mark = arena_mark(arena);
        Fit fit;
        Problem problem = {m->n, m->p, m->design->x, m->response, m->working, true};
        fit_least_squares(&problem, arena, &fit);
        bool full = fit.rank == m->p;
        double most = 0.0;
        for (int j = 0; j < m->p && full; j++) {
            most = fmax(most, fabs(fit.beta[j] - m->beta[j]) / (1.0 + fabs(m->beta[j])));
            m->beta[j] = fit.beta[j];
        }
        arena_release(arena, mark);
        if (!full)
            return round > 0 && is_separated(m) ? "separation" : "singular";
        predict(m);
        if (!isfinite(deviance(m)) || (round > 20 && is_separated(m)))
            return "separation";
        if (most < 1e-11)
            return NULL;
    }
    return is_separated(m) ? "separation" : "not converged";
}

/* ML of theta at fixed means (MASS::theta.ml), Newton on log theta. */
static bool find_theta(GlmModel *m)
{
    for (int round = 0; round < 200; round++) {
        double score = 0.0, information = 0.0, t = m->theta;
        for (int i = 0; i < m->n; i++) {
            double y = m->y[i], mu = m->mu[i], w = weight_of(m, i);
            score += w * (gsl_sf_psi(t + y) - gsl_sf_psi(t) + log(t) + 1.0 - log(t + mu) -
                          (y + t) / (mu + t));
            information += w * (-gsl_sf_psi_1(t + y) + gsl_sf_psi_1(t) - 1.0 / t + 2.0 / (mu + t) -
                                (y + t) / ((mu + t) * (mu + t)));
        }
        double step = information > 0.0 ? score / information : score > 0.0 ? t : -t / 2.0;
        step = fmax(-t / 2.0, fmin(step, t));
        m->theta = t + step;
        m->theta_se = information > 0.0 ? 1.0 / sqrt(information) : NAN;
        if (!(m->theta < 1e7))
            return false;
        if (fabs(step) < 1e-12 * t)
            return true;
    }
    return false;
}

static void start(GlmModel *m)
{
    double sum = 0.0, total = 0.0;
    for (int i = 0; i < m->n; i++) {
        sum += weight_of(m, i) * m->y[i];
        total += weight_of(m, i);
    }
    for (int i = 0; i < m->n; i++) { /* each mean between its answer and the overall one */
        m->mu[i] =
            m->family == GLM_LOGIT ? (m->y[i] + 0.5) / 2.0 : (m->y[i] + sum / total) / 2.0 + 1e-3;
        m->eta[i] = m->family == GLM_LOGIT ? log(m->mu[i] / (1.0 - m->mu[i])) : log(m->mu[i]);
    }
}

static void fit_model(GlmModel *m, Arena *arena)
{
    start(m);
    m->theta = INFINITY;
    GlmFamily family = m->family;
    if (family == GLM_NEGATIVE_BINOMIAL)
        m->family = GLM_POISSON; /* to begin with */
    m->note = iterate(m, arena);
    m->family = family;
    m->theta = 1.0;
    for (int round = 0; !m->note && family == GLM_NEGATIVE_BINOMIAL && round < 200; round++) {
        double before = m->theta;
        if (!find_theta(m)) {
            m->note = "no overdispersion";
            break;
        }
        m->note = iterate(m, arena);
        if (fabs(m->theta - before) < 1e-11 * m->theta)
            break;
        if (round == 199)
            m->note = "not converged";
    }
}

/* The working model scaled by the root of its weights: every sandwich of it is that of the model.
 */
static void find_covariance(GlmModel *m, CovarianceKind kind, const Column *cluster, Arena *arena)
{
    double *x = arena_alloc(arena, sizeof(double), (size_t)m->n * (size_t)m->p + 1);
    double *z = arena_new(arena, double, m->n + 1);
    fill_working(m);
    for (int i = 0; i < m->n; i++) {
        double root = sqrt(m->working[i]);
        z[i] = root * m->response[i];
        for (int j = 0; j < m->p; j++)
            x[(size_t)j * (size_t)m->n + (size_t)i] =
                root * m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
    }
    m->scaled = (Problem){m->n, m->p, x, z, NULL, false};
    fit_least_squares(&m->scaled, arena, &m->fit);
    if (kind == COVARIANCE_CLASSICAL)
        m->fit.rss = m->n - m->p; /* dispersion 1 */
    CovarianceSpec spec = {kind, design_codes(cluster, m->n, arena), cluster ? cluster->nlevel : 0,
                           0, NULL};
    m->nclusters = spec.ncluster;
    m->has_covariance = covariance_compute(&m->scaled, &m->fit, &spec, arena, &m->covariance);
    if (kind == COVARIANCE_CR2 && m->has_covariance) {
        Covariance own = {arena_new(arena, double, m->p * m->p + 1),
                          arena_new(arena, double, m->p + 1)};
        double *residual = arena_new(arena, double, m->n + 1),
               *inverse = arena_new(arena, double, m->n + 1);
        for (int i = 0; i < m->n;
             i++) { /* the scale of the response: slope × x, weights 1/variance */
            double slope = glm_slope(m->family, m->mu[i]);
            residual[i] = m->y[i] - m->mu[i];
            inverse[i] = weight_of(m, i) / fmax(variance_of(m, m->mu[i]), 1e-300);
            for (int j = 0; j < m->p; j++)
                x[(size_t)j * (size_t)m->n + (size_t)i] =
                    slope * m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
        }
        if (working_cr2(x, m->n, m->p, inverse, residual, m->fit.root, spec.cluster, spec.ncluster,
                        arena, &own))
            m->covariance = own;
        else
            m->caution = "cr2 on the working scale";
    }
    for (int j = 0; j < m->p && kind < COVARIANCE_CR0; j++)
        m->covariance.df[j] = NAN; /* normal */
    if (!m->has_covariance)
        m->caution = kind >= COVARIANCE_CR0 && spec.ncluster < 2 ? "clusters<2"
                                                                 : "no residual degrees of freedom";
    else if (kind >= COVARIANCE_CR0 && spec.ncluster < 10)
        m->caution = "clusters<10";
    else if (spec.ncluster > 0 && kind < COVARIANCE_CR0)
        m->caution = "standard errors not clustered";
}

Estimate *glm_row(const GlmModel *m, const char *term, EstimateList *out)
{
    Estimate *row = estimate_add(out, term);
    row->n = m->n;
    row->n_clusters = m->nclusters;
    if (m->note)
        estimate_note(out, row, m->note);
    return row;
}

static void add_coefficients(const GlmModel *m, double conf, EstimateList *out)
{
    for (int j = 0; j < m->p; j++) {
        Estimate *row = glm_row(m, m->design->term[j], out);
        if (m->note)
            continue;
        row->estimate = m->beta[j];
        if (m->has_covariance) {
            row->se = sqrt(m->covariance.matrix[j * m->p + j]);
            row->df = m->covariance.df[j];
            estimate_infer(out, row, conf);
        }
        estimate_note(out, row, m->caution);
        if (m->weight)
            estimate_note(out, row, "probability weights");
    }
}

static bool check_outcome(const Frame *frame, const Column *y, GlmFamily family, Diag *diag)
{
    return family == GLM_LOGIT ? column_check_binary(frame, y, diag)
                               : column_check_range(frame, y, 0.0, INFINITY, "≥ 0", diag);
}

bool glm_run(GlmFamily family, const Frame *frame, const Spec *spec, Arena *arena, Diag *diag,
             EstimateList *out)
{
    Frame rows = *frame;
    CovarianceKind kind;
    GlmModel m = {.family = family};
    const Column **x = NULL;
    if (!regression_kind(spec, diag, &kind) || !design_weights(&rows, spec, arena, diag, &m.weight))
        return false;
    const Column *y = spec_column(spec, &rows, "y"), *offset = spec_column(spec, &rows, "offset");
    if (!check_outcome(&rows, y, family, diag))
        return false;
    int nx = spec_columns(spec, &rows, "x", arena, &x);
    Design design = design_build(&rows, spec, x, nx, spec_is(spec, "intercept", "yes"), 0, arena);
    m.n = rows.nrow;
    m.p = design.nterm;
    m.design = &design;
    m.y = y->x;
    m.offset = offset ? offset->x : NULL;
    m.eta = arena_new(arena, double, m.n + 1);
    m.mu = arena_new(arena, double, m.n + 1);
    m.working = arena_new(arena, double, m.n + 1);
    m.response = arena_new(arena, double, m.n + 1);
    m.beta = arena_new(arena, double, m.p + 1);
    fit_model(&m, arena);
    if (!m.note)
        find_covariance(&m, kind, spec_column(spec, &rows, "cluster"), arena);
    add_coefficients(&m, spec->conf, out);
    if (spec_is(spec, "effects", "yes"))
        glm_effects(&m, &rows, spec->conf, arena, out);
    if (family == GLM_NEGATIVE_BINOMIAL) {
        Estimate *row = glm_row(&m, "theta", out);
        row->estimate = m.note ? NAN : m.theta;
        row->se = m.note ? NAN : m.theta_se;
    }
    Estimate *row = glm_row(&m, "deviance", out);
    row->estimate = m.note ? NAN : deviance(&m);
    row->df = m.n - m.p;
    glm_row(&m, "aic", out)->estimate =
        m.note ? NAN : 2.0 * (m.p + (family == GLM_NEGATIVE_BINOMIAL)) - 2.0 * log_likelihood(&m);
    return true;
}
