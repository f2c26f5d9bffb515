/* Average marginal effects of a generalised linear model by the delta method. */
#include "analysis/linear/glm_model.h"

#include <math.h>
#include <string.h>

static double curve_of(GlmFamily family, double mu)
{
    return family == GLM_LOGIT ? mu * (1.0 - mu) * (1.0 - 2.0 * mu) : mu;
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
static double marginal_effect(const GlmModel *m, const Frame *frame, int k, double *gradient)
{
    size_t length = factor_length(frame, m->design->term[k]);
    double sum = 0.0, total = 0.0;
    memset(gradient, 0, sizeof(double) * (size_t)m->p);
    for (int i = 0; i < m->n; i++) {
        double w = (m->weight ? m->weight[i] : 1.0), base = m->eta[i];
        total += w;
        for (int j = 0; length && j < m->p; j++)
            if (!strncmp(m->design->term[j], m->design->term[k], length + 1))
                base -= m->beta[j] * m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
        double with = glm_mean(m->family, base + m->beta[k]), without = glm_mean(m->family, base);
        double slope = glm_slope(m->family, m->mu[i]), curve = curve_of(m->family, m->mu[i]);
        sum += w * (length ? with - without : slope * m->beta[k]);
        for (int j = 0; j < m->p; j++) {
            double x = m->design->x[(size_t)j * (size_t)m->n + (size_t)i];
            bool same = length && !strncmp(m->design->term[j], m->design->term[k], length + 1);
            if (!length)
                gradient[j] += w * (curve * m->beta[k] * x + (j == k ? slope : 0.0));
            else if (!same)
                gradient[j] += w * x * (glm_slope(m->family, with) - glm_slope(m->family, without));
            else if (j == k)
                gradient[j] += w * glm_slope(m->family, with);
        }
    }
    for (int j = 0; j < m->p; j++)
        gradient[j] /= total;
    return sum / total;
}

void glm_effects(const GlmModel *m, const Frame *frame, double conf, Arena *arena,
                 EstimateList *out)
{
    double *gradient = arena_new(arena, double, m->p + 1);
    for (int k = 0; k < m->p; k++) {
        if (!strcmp(m->design->term[k], "(intercept)"))
            continue;
        Estimate *row = glm_row(m, arena_format(arena, "ame[%s]", m->design->term[k]), out);
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
