/* Pieces that the panel and the cross-section form of doubly_robust.h share. */
#ifndef ANALYSIS_DOUBLY_ROBUST_PARTS_H
#define ANALYSIS_DOUBLY_ROBUST_PARTS_H

#include "analysis/doubly_robust.h"

/* A nuisance model: (X'WX)⁻¹ = root root', and the weighted residual of each row. */
typedef struct {
    double *root, *score;
} RobustFit;

double robust_x(const RobustProblem *problem, int row, int term);
double robust_weight(const RobustProblem *problem, int row);
double robust_mean(const double *values, int n);
/* y on x with weights (0 outside a group); fitted values for all rows. False if singular. */
bool robust_regress(const RobustProblem *problem, const double *weight, Arena *arena,
                    double *fitted, RobustFit *fit);
/* Mean of weight × x. */
void robust_moment(const RobustProblem *problem, const double *weight, double *moment);
/* influence += factor × (asymptotic linear representation of the nuisance parameters) × moment. */
void robust_add_effect(const RobustProblem *problem, const RobustFit *fit, const double *moment,
                       double factor, Arena *arena, double *influence);
/* Fitted probabilities of being treated, and which rows are kept after trimming. */
const char *robust_propensity(const RobustProblem *problem, Arena *arena, double *share,
                              double *keep, RobustFit *fit);

const char *robust_cross_sections(const RobustProblem *problem, Arena *arena, double *att,
                                  double *influence);

#endif
