/* The CR2 part of covariance.h; basis is U = X L, nrow × rank. */
#ifndef ANALYSIS_LINEAR_BIAS_REDUCED_H
#define ANALYSIS_LINEAR_BIAS_REDUCED_H

#include "analysis/linear/covariance.h"

bool bias_reduced_compute(const Problem *problem, const Fit *fit, const CovarianceSpec *spec,
                          const double *basis, Arena *arena, Covariance *covariance);

#endif
