/* Small statistics that several estimators need. All take n ≥ 1. */
#ifndef ANALYSIS_STATISTIC_H
#define ANALYSIS_STATISTIC_H

#include "analysis/estimator.h"

double statistic_mean(const double *x, int n);
/* Sum of squares around the mean; variance with n − 1 (NaN for n < 2). */
double statistic_squares(const double *x, int n);
double statistic_variance(const double *x, int n);
void statistic_sort(double *x, int n);
/* Type 7 quantile of sorted values, as R's default. */
double statistic_quantile(const double *sorted, int n, double p);
/* Midranks; returns Σ (t³ − t) over ties. */
double statistic_ranks(const double *x, int n, double *rank, Arena *arena);
/* Splits values by the codes 0 … ngroup − 1: group g holds size[g] values at part[g]. */
void statistic_split(const double *x, const double *code, int n, int ngroup, Arena *arena,
                     double **part, int *size);

/* Reports unless the column has exactly two levels. */
bool statistic_two_levels(const Frame *frame, const Column *group, Diag *diag);

/* A new row of the result with n. */
Estimate *statistic_row(EstimateList *out, const char *term, int n);
/* A row of a test: estimate and statistic are the same number. */
Estimate *statistic_test_row(EstimateList *out, const char *term, int n, double statistic,
                             double df, double p);

#endif
