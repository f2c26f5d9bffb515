/* The 2 × 2 difference in differences with covariates of Sant'Anna and Zhao (2020), as in the R
 * package DRDID: the average effect on the treated and its influence function. */
#ifndef ANALYSIS_DOUBLY_ROBUST_H
#define ANALYSIS_DOUBLY_ROBUST_H

#include "core/arena.h"

typedef enum { ROBUST_REG, ROBUST_IPW, ROBUST_DR, ROBUST_DR_IMPROVED } RobustMethod;

typedef struct {
    int n, p;
    const double *x;       /* n × p, column-major, with the constant */
    const double *y;       /* panel: the change; cross-sections: the outcome */
    const double *treated; /* 0/1 */
    const double *post;    /* 0/1, NULL for a panel */
    const double *weight;  /* NULL: 1 */
    RobustMethod method;
} RobustProblem;

/* influence: n values whose mean is about 0 and whose variance / n is that of the estimate. NULL on
 * success, else why there is no number ("singular", "separation", "empty group"). */
const char *robust_att(const RobustProblem *problem, Arena *arena, double *att, double *influence);

#endif
