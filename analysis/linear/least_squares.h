/* Least squares by Householder reflections on columns scaled to unit length, with iterative
 * refinement; never normal equations. Matrices are column-major. */
#ifndef ANALYSIS_LINEAR_LEAST_SQUARES_H
#define ANALYSIS_LINEAR_LEAST_SQUARES_H

#include "core/arena.h"

typedef struct {
    int nrow, nterm;
    const double *x; /* nrow × nterm */
    const double *y;
    const double *weight; /* NULL: all 1 */
    bool plain;           /* no refinement: a step of an iteration */
} Problem;

typedef struct {
    int rank;
    int *kept;        /* the rank columns that are not aliased, in order */
    double *beta;     /* nterm; NaN where aliased (a combination of columns before it) */
    double *residual; /* nrow, y − Xb */
    double *root;     /* rank × rank upper L with (X'WX)⁻¹ = L L' */
    double rss;       /* Σ w r² */
} Fit;

/* Columns whose part outside the columns before is below 1e-11 of their length are aliased. */
void fit_least_squares(const Problem *problem, Arena *arena, Fit *fit);

/* Σ a[i] b[i], always in the same order. */
double linear_dot(const double *a, const double *b, int n);

#endif
