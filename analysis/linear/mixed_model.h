/* Linear mixed model with a random intercept and possibly one random slope, by (RE)ML. */
#ifndef ANALYSIS_LINEAR_MIXED_MODEL_H
#define ANALYSIS_LINEAR_MIXED_MODEL_H

#include "core/arena.h"

typedef struct {
    int nrow, nterm;
    const double *x, *y;
    const double *slope; /* NULL: intercept alone */
    const int *cluster;
    int ncluster;
    bool reml;
} MixedProblem;

typedef struct {
    double *beta, *se, *df; /* df after Satterthwaite */
    double var_cluster, var_slope, cov_slope, var_residual, log_likelihood;
    bool singular; /* a variance of zero: df do not apply */
} MixedFit;

/* NULL, or why there is no fit: "singular", "not converged", "zero variance". */
const char *mixed_fit(const MixedProblem *problem, Arena *arena, MixedFit *fit);

#endif
