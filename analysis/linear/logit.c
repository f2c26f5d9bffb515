/* Logistic regression: each Newton step is a weighted least-squares fit of the working residuals.
 */
#include "analysis/linear/logit.h"

#include <math.h>

static double deviance(const double *d, const double *share, const double *weight, int n)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum -= 2.0 * (weight ? weight[i] : 1.0) * log(d[i] > 0.5 ? share[i] : 1.0 - share[i]);
    return sum;
}

static void predict(const double *x, int n, int p, const double *beta, double *share)
{
    for (int i = 0; i < n; i++) {
        double eta = 0.0;
        for (int j = 0; j < p; j++)
            eta += x[(size_t)j * (size_t)n + (size_t)i] * beta[j];
        share[i] = 1.0 / (1.0 + exp(-eta));
    }
}

static bool is_separated(const double *d, const double *share, int n)
{
    int sure = 0;
    for (int i = 0; i < n; i++)
        sure += (d[i] > 0.5 ? 1.0 - share[i] : share[i]) < 1e-9;
    return sure > 0;
}

LogitState logit_fit(const double *x, int nrow, int nterm, const double *d, const double *weight,
                     Arena *arena, double *share, double *beta)
{
    double *z = arena_new(arena, double, nrow + 1), *w = arena_new(arena, double, nrow + 1);
    double before = INFINITY;
    for (int j = 0; j < nterm; j++)
        beta[j] = 0.0;
    predict(x, nrow, nterm, beta, share);
    for (int round = 0; round < 60; round++) {
        for (int i = 0; i < nrow; i++) {
            double spread = fmax(share[i] * (1.0 - share[i]), 1e-300);
            w[i] = (weight ? weight[i] : 1.0) * spread;
            z[i] = (d[i] - share[i]) / spread;
        }
        ArenaMark mark = arena_mark(arena);
        Fit fit;
        Problem problem = {nrow, nterm, x, z, w, true};
        fit_least_squares(&problem, arena, &fit);
        bool full = fit.rank == nterm;
        double most = 0.0;
        for (int j = 0; j < nterm && full; j++) {
            most = fmax(most, fabs(fit.beta[j]) / (1.0 + fabs(beta[j])));
            beta[j] += fit.beta[j];
        }
        arena_release(arena, mark);
        if (!full)
            return is_separated(d, share, nrow) ? LOGIT_SEPARATION : LOGIT_SINGULAR;
        predict(x, nrow, nterm, beta, share);
        double now = deviance(d, share, weight, nrow);
        if (!isfinite(now) || (round > 20 && is_separated(d, share, nrow)))
            return LOGIT_SEPARATION;
        if (most < 1e-13 || (most < 1e-9 && fabs(now - before) <= 1e-15 * fabs(now)))
            return LOGIT_DONE;
        before = now;
    }
    return is_separated(d, share, nrow) ? LOGIT_SEPARATION : LOGIT_NOT_CONVERGED;
}

const char *logit_note(LogitState state)
{
    static const char *const NOTES[] = {[LOGIT_DONE] = NULL,
                                        [LOGIT_SINGULAR] = "singular",
                                        [LOGIT_SEPARATION] = "separation",
                                        [LOGIT_NOT_CONVERGED] = "not converged"};
    return NOTES[state];
}
