/* Random-effects meta-analysis, used by the estimator and the benchmark. */
#ifndef ANALYSIS_META_H
#define ANALYSIS_META_H

#include <stdbool.h>

typedef struct {
    double mu, se, tau2, i2, q;
} Meta;

/* DerSimonian–Laird or REML; knapp: the Hartung–Knapp error. False for fewer than two units or no
 * convergence. */
bool meta_fit(const double *estimate, const double *se, int k, bool reml, bool knapp, Meta *meta);
/* The best linear unbiased prediction of one unit's value, and its error. */
void meta_shrink(const Meta *meta, double estimate, double se, double *shrunken,
                 double *shrunken_se);

#endif
