/* CR2 of a generalised linear model, as clubSandwich computes it for glm: on the scale of the
 * response (x times dμ/dη, weights 1/variance, plain residuals). */
#ifndef ANALYSIS_LINEAR_WORKING_CR2_H
#define ANALYSIS_LINEAR_WORKING_CR2_H

#include "analysis/linear/covariance.h"

/* `x` nrow × nterm, weights and residuals; root: L with (X'WX)⁻¹ = L L'. False if a cluster
 * has more rows than can be factored (WORKING_CR2_MOST) or a decomposition fails. */
enum { WORKING_CR2_MOST = 500 };
bool working_cr2(const double *x, int nrow, int nterm, const double *weight, const double *residual,
                 const double *root, const int *cluster, int ncluster, Arena *arena,
                 Covariance *covariance);

#endif
