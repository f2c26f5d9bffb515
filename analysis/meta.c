/* Random-effects meta-analysis as metafor::rma computes it. */
#include "analysis/meta.h"

#include <math.h>

typedef struct {
    const double *y, *se;
    int k;
} Units;

static double weight_of(const Units *u, int i, double tau2)
{
    return 1.0 / (u->se[i] * u->se[i] + tau2);
}

static double mean_of(const Units *u, double tau2)
{
    double sum = 0.0, total = 0.0;
    for (int i = 0; i < u->k; i++) {
        sum += weight_of(u, i, tau2) * u->y[i];
        total += weight_of(u, i, tau2);
    }
    return sum / total;
}

/* Σ w^power (y − mu)^what */
static double sum_of(const Units *u, double tau2, int power, double mu, int squared)
{
    double sum = 0.0;
    for (int i = 0; i < u->k; i++)
        sum +=
            pow(weight_of(u, i, tau2), power) * (squared ? (u->y[i] - mu) * (u->y[i] - mu) : 1.0);
    return sum;
}

static double dersimonian(const Units *u, double q)
{
    double w1 = sum_of(u, 0.0, 1, 0.0, 0), w2 = sum_of(u, 0.0, 2, 0.0, 0);
    return fmax(0.0, (q - (u->k - 1.0)) / (w1 - w2 / w1));
}

/* Fisher scoring on the restricted likelihood. */
static bool restricted(const Units *u, double *tau2)
{
    for (int round = 0; round < 500; round++) {
        double w1 = sum_of(u, *tau2, 1, 0.0, 0), w2 = sum_of(u, *tau2, 2, 0.0, 0),
               w3 = sum_of(u, *tau2, 3, 0.0, 0);
        double trace = w1 - w2 / w1, square = w2 - 2.0 * w3 / w1 + w2 * w2 / (w1 * w1);
        double fit = sum_of(u, *tau2, 2, mean_of(u, *tau2), 1), step = (fit - trace) / square,
               before = *tau2;
        *tau2 = fmax(0.0, before + step);
        if (fabs(*tau2 - before) <= 1e-14 * (1e-10 + *tau2))
            return true;
    }
    return false;
}

bool meta_fit(const double *estimate, const double *se, int k, bool reml, bool knapp, Meta *meta)
{
    Units u = {estimate, se, k};
    if (k < 2)
        return false;
    meta->q = sum_of(&u, 0.0, 1, mean_of(&u, 0.0), 1);
    meta->tau2 = dersimonian(&u, meta->q);
    if (reml && !restricted(&u, &meta->tau2))
        return false;
    double w1 = sum_of(&u, 0.0, 1, 0.0, 0), w2 = sum_of(&u, 0.0, 2, 0.0, 0);
    double typical = (k - 1.0) * w1 / (w1 * w1 - w2);
    meta->mu = mean_of(&u, meta->tau2);
    meta->i2 = meta->tau2 / (meta->tau2 + typical);
    double variance = 1.0 / sum_of(&u, meta->tau2, 1, 0.0, 0);
    if (knapp)
        variance *= sum_of(&u, meta->tau2, 1, meta->mu, 1) / (k - 1.0);
    meta->se = sqrt(variance);
    return true;
}

void meta_shrink(const Meta *meta, double estimate, double se, double *shrunken,
                 double *shrunken_se)
{
    double own = meta->tau2 / (meta->tau2 + se * se);
    *shrunken = own * estimate + (1.0 - own) * meta->mu;
    *shrunken_se = sqrt(own * se * se + (1.0 - own) * (1.0 - own) * meta->se * meta->se);
}
