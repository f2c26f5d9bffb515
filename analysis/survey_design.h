/* A survey design of one stage: strata, primary sampling units, weights, finite population
 * correction; variances by Taylor linearisation as survey::svyrecvar makes them. */
#ifndef ANALYSIS_SURVEY_DESIGN_H
#define ANALYSIS_SURVEY_DESIGN_H

#include "analysis/estimator.h"

typedef enum { LONELY_ADJUST, LONELY_REMOVE, LONELY_AVERAGE, LONELY_FAIL } Lonely;

typedef struct {
    int nrow, nstratum, npsu;
    const double *weight; /* never NULL */
    const int *stratum;   /* of each row */
    const int *psu;       /* of each row, unique over strata */
    const int *psu_stratum;
    const int *stratum_npsu;
    const double *fpc; /* share not sampled, of each stratum; 1 without correction */
    Lonely lonely;
    bool has_psu, has_weight;
    double df;
} SurveyDesign;

/* From the options weights, strata, psu, fpc, lonely; rows of weight 0 leave `frame`. */
bool survey_design_open(Frame *frame, const Spec *spec, Arena *arena, Diag *diag,
                        SurveyDesign *design);
/* Variance of Σ z; NaN if a stratum has one unit and lonely=fail. */
double survey_design_variance(const SurveyDesign *design, const double *z, Arena *arena);

#endif
