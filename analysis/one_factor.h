/* One-factor model of a covariance matrix by maximum likelihood. */
#ifndef ANALYSIS_ONE_FACTOR_H
#define ANALYSIS_ONE_FACTOR_H

#include "core/arena.h"

/* Loadings and unique variances of the k × k covariance; false if it does not converge. Unique
 * variances are not bounded: a negative one is returned as it is (a Heywood case). */
bool one_factor_fit(const double *covariance, int k, Arena *arena, double *loading, double *unique);

#endif
