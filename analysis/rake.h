/* Raking (iterative proportional fitting), used by the estimator and by the survey weights. */
#ifndef ANALYSIS_RAKE_H
#define ANALYSIS_RAKE_H

#include "core/arena.h"

typedef struct {
    const double *code; /* level of each row, 0 … nlevel − 1 */
    int nlevel;
    double *total; /* wanted, of each level; margins may differ in their sum: shares count */
} Margin;

/* Changes `weight` until all margins hold to 1e-10; NULL, or why not ("empty level", "not
 * converged"). The sum of weights stays that of the first margin's total. */
const char *rake_fit(const Margin *margins, int nmargin, int nrow, Arena *arena, double *weight,
                     int *iterations);

#endif
