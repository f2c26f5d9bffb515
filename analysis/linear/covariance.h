/* Covariance of least-squares coefficients: classical, HC0–HC3, and by clusters CR0, CR1, CR2 with
 * Satterthwaite degrees of freedom (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018), all from
 * p × p matrices per cluster. */
#ifndef ANALYSIS_LINEAR_COVARIANCE_H
#define ANALYSIS_LINEAR_COVARIANCE_H

#include "analysis/linear/least_squares.h"

typedef enum {
    COVARIANCE_CLASSICAL,
    COVARIANCE_HC0,
    COVARIANCE_HC1,
    COVARIANCE_HC2,
    COVARIANCE_HC3,
    COVARIANCE_CR0,
    COVARIANCE_CR1,
    COVARIANCE_CR2
} CovarianceKind;

typedef struct {
    CovarianceKind kind;
    const int *cluster; /* 0 … ncluster − 1 for each row; NULL without clusters */
    int ncluster;
    int nabsorbed;          /* effects taken out of x and y before the fit */
    const double *leverage; /* of the absorbed effects by row, or NULL */
} CovarianceSpec;

typedef struct {
    double *matrix; /* rank × rank, in the order of fit->kept */
    double *df;     /* rank */
} Covariance;

/* False if it cannot be had: no residual degrees of freedom, fewer than two clusters, or a row
 * with leverage 1 under HC2 and HC3. */
bool covariance_compute(const Problem *problem, const Fit *fit, const CovarianceSpec *spec,
                        Arena *arena, Covariance *covariance);

#endif
