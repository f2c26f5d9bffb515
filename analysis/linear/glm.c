/* Generalised linear models: fitting, separation, covariance on the working model, average marginal
 * effects. */
#include "analysis/linear/glm.h"

#include "analysis/linear/regression.h"
#include "analysis/linear/working_cr2.h"

#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <string.h>

typedef struct {
    GlmFamily family;
    int n, p;
    const Design *design;
    const double *y, *weight, *offset;
    double *eta, *mu, *working, *response; /* IRLS weights and responses less the offset */
    double *beta;
    double theta, theta_se; /* negative binomial */
    const char *note;       /* why there is no fit */
    Fit fit;                /* of the scaled working model at the end */
    Problem scaled;
    Covariance covariance;
    bool has_covariance;
    int nclusters;
    const char *caution;
} Model;

static double weight_of(const Model *m, int i)
{
    return m->weight ? m->weight[i] : 1.0;
}

static double mean_of(GlmFamily family, double eta)
{
    return family == GLM_LOGIT ? 1.0 / (1.0 + exp(-eta)) : exp(eta);
}

/* dμ/dη and d²μ/dη². */
static double slope_of(GlmFamily family, double mu)
{
    return family == GLM_LOGIT ? mu * (1.0 - mu) : mu;
}

static double curve_of(GlmFamily family, double mu)
{
    return family == GLM_LOGIT ? mu * (1.0 - mu) * (1.0 - 2.0 * mu) : mu;
}

static double variance_of(const Model *m, double mu)
{
    if (m->family == GLM_LOGIT)
        return mu * (1.0 - mu);
    return m->family == GLM_POISSON ? mu : mu + mu * mu / m->theta;
}

static double part_of_deviance(const Model *m, int i)
{
    double y = m->y[i], mu = m->mu[i], ratio = y > 0.0 ? y * log(y / mu) : 0.0;
    if (m->family == GLM_LOGIT)
        return -2.0 * log(y > 0.5 ? mu : 1.0 - mu);
    if (m->family == GLM_POISSON)
        return 2.0 * (ratio - (y - mu));
    return 2.0 * (ratio - (y + m->theta) * log((y + m->theta) / (mu + m->theta)));
}

static double deviance(const Model *m)
{
    double sum = 0.0;
    for (int i = 0; i < m->n; i++)
        sum += weight_of(m, i) * part_of_deviance(m, i);
    return sum;
}

static double log_likelihood(const Model *m)
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

static void predict(Model *m)
{
    for (int i = 0; i < m->n; i++) {
        double eta = m->offset ? m->offset[i] : 0.0;
        for (int j = 0; j < m->p; j++)
            eta += m->design->x[(size_t)j * (size_t)m->n + (size_t)i] * m->beta[j];
        m->eta[i] = eta;
        m->mu[i] = mean_of(m->family, eta);
    }
}

static void fill_working(Model *m)
{
    for (int i = 0; i < m->n; i++) {
        double slope = fmax(slope_of(m->family, m->mu[i]), 1e-300);
        m->working[i] = weight_of(m, i) * slope * slope / fmax(variance_of(m, m->mu[i]), 1e-300);
        m->response[i] =
            m->eta[i] - (m->offset ? m->offset[i] : 0.0) + (m->y[i] - m->mu[i]) / slope;
    }
}

static bool is_separated(const Model *m)
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
static const char *iterate(Model *m, Arena *arena)
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
static bool find_theta(Model *m)
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

static void start(Model *m)
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

static void fit_model(Model *m, Arena *arena)
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
static void find_covariance(Model *m, CovarianceKind kind, const Column *cluster, Arena *arena)
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
            double slope = slope_of(m->family, m->mu[i]);
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
}

static Estimate *add_row(const Model *m, const char *term, EstimateList *out)
{
    Estimate *row = estimate_add(out, term);
    row->n = m->n;
    row->n_clusters = m->nclusters;
    if (m->note)
        estimate_note(out, row, m->note);
    return row;
}

static void add_coefficients(const Model *m, double conf, EstimateList *out)
{
    for (int j = 0; j < m->p; j++) {
        Estimate *row = add_row(m, m->design->term[j], out);
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

/* A term `factor[level]`: the length of the factor's name, 0 for a number. */
static size_t factor_length(const Frame *frame, const char *term)
{
    const char *bracket = strchr(term, '[');
    for (int i = 0; bracket && i < frame->ncolumn; i++) {
        size_t length = strlen(frame->column[i].name);
        if (frame->column[i].level && (size_t)(bracket - term) == length &&
            !strncmp(term, frame->column[i].name, length))
            return length;
    }
    return 0;
}

/* Mean effect of term k on the mean of y and its gradient in beta: a derivative for a number, the
 * difference against the reference level for a dummy. */
static double marginal_effect(const Model *m, const Frame *frame, int k, double *gradient)
{
    size_t length = factor_length(frame, m->design->term[k]);
    double sum = 0.0, total = 0.0;
    memset(gradient, 0, sizeof(double) * (size_t)m->p);
    for (int i = 0; i < m->n; i++) {
        double w = weight_of(m, i), base = m->eta[i];
        total += w;
        for (int j = 0; length && j < m->p; j++)
            if (!strncmp(m->design->term[j], m->design->term[k], length + 1))
                base -= m->beta[j] * m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
        double with = mean_of(m->family, base + m->beta[k]), without = mean_of(m->family, base);
        double slope = slope_of(m->family, m->mu[i]), curve = curve_of(m->family, m->mu[i]);
        sum += w * (length ? with - without : slope * m->beta[k]);
        for (int j = 0; j < m->p; j++) {
            double x = m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
            bool same = length && !strncmp(m->design->term[j], m->design->term[k], length + 1);
            if (!length)
                gradient[j] += w * (curve * m->beta[k] * x + (j == k ? slope : 0.0));
            else if (!same)
                gradient[j] += w * x * (slope_of(m->family, with) - slope_of(m->family, without));
            else if (j == k)
                gradient[j] += w * slope_of(m->family, with);
        }
    }
    for (int j = 0; j < m->p; j++)
        gradient[j] /= total;
    return sum / total;
}

static void add_effects(const Model *m, const Frame *frame, double conf, Arena *arena,
                        EstimateList *out)
{
    double *gradient = arena_new(arena, double, m->p + 1);
    for (int k = 0; k < m->p; k++) {
        if (!strcmp(m->design->term[k], "(intercept)"))
            continue;
        Estimate *row = add_row(m, arena_format(arena, "ame[%s]", m->design->term[k]), out);
        if (m->note)
            continue;
        double variance = 0.0;
        row->estimate = marginal_effect(m, frame, k, gradient);
        for (int a = 0; a < m->p && m->has_covariance; a++)
            for (int b = 0; b < m->p; b++)
                variance += gradient[a] * gradient[b] * m->covariance.matrix[b * m->p + a];
        if (m->has_covariance) {
            row->se = sqrt(variance);
            row->df = m->covariance.df[k];
            estimate_infer(out, row, conf);
        }
        estimate_note(out, row, m->caution);
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
    Model m = {.family = family};
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
        add_effects(&m, &rows, spec->conf, arena, out);
    if (family == GLM_NEGATIVE_BINOMIAL) {
        Estimate *row = add_row(&m, "theta", out);
        row->estimate = m.note ? NAN : m.theta;
        row->se = m.note ? NAN : m.theta_se;
    }
    Estimate *row = add_row(&m, "deviance", out);
    row->estimate = m.note ? NAN : deviance(&m);
    row->df = m.n - m.p;
    add_row(&m, "aic", out)->estimate =
        m.note ? NAN : 2.0 * (m.p + (family == GLM_NEGATIVE_BINOMIAL)) - 2.0 * log_likelihood(&m);
    return true;
}
