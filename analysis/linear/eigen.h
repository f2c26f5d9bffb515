/* Symmetric eigenvalues over arena memory. */
#ifndef ANALYSIS_LINEAR_EIGEN_H
#define ANALYSIS_LINEAR_EIGEN_H

#include "core/arena.h"

/* Eigenvalues (falling) and eigenvectors (columns of `vectors`, column-major) of the symmetric
 * n × n matrix, which is kept. False if GSL fails. */
bool eigen_symmetric(const double *matrix, int n, Arena *arena, double *values, double *vectors);

#endif
