/* Sensitivity to violations of parallel trends in relative magnitudes (Rambachan and Roth 2023): a
 * violation between two periods after the start is at most M times the largest before it. Instead
 * of their conditional test the interval is the union over which period was the largest and its
 * sign, which is valid and somewhat wide; the breakdown value is the M at which it reaches zero. */
#include "analysis/distribution/distribution.h"
#include "analysis/estimators/staggered_parts.h"

#include <math.h>

typedef struct {
    const Staggered *data;
    const Average *pre;
    int npre;
    const Average *effect;
    double steps; /* periods over which a violation may add up */
    double quantile;
    double *variance_pre, *covariance;
    double variance;
} Sensitivity;

/* The bound nearest to zero of the interval at M, with the sign of the effect turned to plus. */
static double near_bound(const Sensitivity *s, double m)
{
    double sign = s->effect->att < 0.0 ? -1.0 : 1.0, least = INFINITY;
    for (int k = 0; k < s->npre; k++)
        for (int turn = -1; turn <= 1; turn += 2) {
            double factor = turn * m * s->steps;
            double centre = s->effect->att + factor * s->pre[k].att;
            double variance = s->variance + factor * factor * s->variance_pre[k] +
                              2.0 * factor * s->covariance[k];
            least = fmin(least, sign * centre - s->quantile * sqrt(fmax(variance, 0.0)));
        }
    return least;
}

static double find_breakdown(const Sensitivity *s)
{
    double low = 0.0, high = 1.0;
    if (near_bound(s, 0.0) <= 0.0)
        return 0.0;
    while (near_bound(s, high) > 0.0 && high < 1e6)
        high *= 2.0;
    for (int i = 0; i < 100; i++) {
        double middle = (low + high) / 2.0;
        if (near_bound(s, middle) > 0.0)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2.0;
}

static void add_row(Sensitivity *s, const char *term, Arena *arena, EstimateList *out)
{
    Estimate *row = estimate_add(out, term);
    if (s->npre == 0 || !s->effect || !(s->effect->se > 0.0)) {
        estimate_note(out, row, s->npre == 0 ? "no period before the start" : "zero variance");
        return;
    }
    s->variance = s->effect->se * s->effect->se;
    s->variance_pre = arena_new(arena, double, s->npre);
    s->covariance = arena_new(arena, double, s->npre);
    for (int k = 0; k < s->npre; k++) {
        s->variance_pre[k] = s->pre[k].se * s->pre[k].se;
        s->covariance[k] =
            staggered_covariance(s->data, s->effect->influence, s->pre[k].influence, arena);
    }
    row->estimate = find_breakdown(s);
    estimate_note(out, row, "relative magnitudes");
}

void staggered_breakdown(const Staggered *data, const Average *pre, int npre, const Average *post,
                         int npost, double conf, Arena *arena, EstimateList *out)
{
    Average all = {0.0, NAN, NAN, arena_new(arena, double, data->nunit + 1)};
    double steps = 0.0;
    for (int k = 0; k < npost; k++) {
        all.att += post[k].att / npost;
        steps += (k + 1.0) / npost;
        for (int i = 0; i < data->nunit; i++)
            all.influence[i] += post[k].influence[i] / npost;
    }
    if (npost > 0)
        all.se = staggered_se(data, all.influence, arena, &all.df);
    double quantile = distribution_t_quantile(0.5 + conf / 2.0, all.df);
    Sensitivity s = {data, pre, npre, npost ? &all : NULL, steps, quantile, NULL, NULL, 0.0};
    add_row(&s, "breakdown", arena, out);
    s.effect = npost ? &post[0] : NULL;
    s.steps = 1.0;
    add_row(&s, "breakdown(0)", arena, out);
}
