/* A linear regression as estimators use it: absorbed factors, clusters, the chosen covariance, and
 * rows of the result. */
#ifndef ANALYSIS_LINEAR_REGRESSION_H
#define ANALYSIS_LINEAR_REGRESSION_H

#include "analysis/linear/covariance.h"
#include "analysis/linear/design.h"

typedef struct {
    const Design *design;
    const double *y, *weight;
    const Column *const *absorb;
    int nabsorb;
    const Column *cluster;
    CovarianceKind kind;
} RegressionSpec;

typedef struct {
    Problem problem; /* as fitted: absorbed effects taken out */
    Fit fit;
    Covariance covariance;
    bool has_covariance;
    int nhidden;   /* dummies of absorbed factors before the terms of the design */
    int nabsorbed; /* effects taken out by means */
    int ncluster;
    const char *note; /* why there is no covariance, or a caution; NULL */
    double tss;       /* Σ w (y − ȳ)², around 0 without a constant */
} Regression;

/* A kind by its name (cr2); false for NULL or none. */
bool covariance_parse(const char *name, CovarianceKind *kind);
/* vcov=, by default cr2 with clusters, else classical. Reports if a CR
 * variance is asked for without clusters. */
bool regression_kind(const Spec *spec, Diag *diag, CovarianceKind *kind);
void regression_run(const RegressionSpec *spec, Arena *arena, Regression *result);
/* Place of the design's term among the columns of the covariance, −1 if aliased. */
int regression_position(const Regression *result, int term);
/* Adds the row of one term of the design. */
Estimate *regression_row(const Regression *result, int term, const char *name, double conf,
                         EstimateList *out);

#endif
