/* Logistic regression of a 0/1 column by Newton steps with weights. */
#ifndef ANALYSIS_LINEAR_LOGIT_H
#define ANALYSIS_LINEAR_LOGIT_H

#include "analysis/linear/least_squares.h"

typedef enum { LOGIT_DONE, LOGIT_SINGULAR, LOGIT_SEPARATION, LOGIT_NOT_CONVERGED } LogitState;

/* `d` 0/1; weight NULL: 1. Fills share (fitted probabilities, nrow) and beta (nterm). Separation:
 * a fitted probability within 1e-10 of 0 or 1 on the right side while steps keep growing. */
LogitState logit_fit(const double *x, int nrow, int nterm, const double *d, const double *weight,
                     Arena *arena, double *share, double *beta);
const char *logit_note(LogitState state);

#endif
