/* Evidence: what a headline estimate is worth. */
#ifndef ANALYSIS_EVIDENCE_H
#define ANALYSIS_EVIDENCE_H

#include "analysis/estimator.h"

/* What is known about one headline estimate. */
typedef struct {
    DesignKind design;
    const Estimate *estimate;
    double p_adjusted;  /* NaN: as p */
    double sesoi;       /* NaN: none in the plan */
    double sd;          /* of the outcome, for standardising; NaN */
    double pretest_p;   /* NaN: could not be tested */
    double reliability; /* lowest alpha of the outcome; NaN */
    bool scale_flagged; /* negative item-rest correlation */
    double conf;
} EvidenceInput;

typedef struct {
    double effect_size, effect_low, effect_high, mde;
    const char *verdict; /* effect, no_effect, too_small_to_tell, association, change, none */
    int maryland;        /* 0: does not apply */
    const char *grade;   /* high, moderate, low, very_low; NULL: does not apply */
    const char *reason[LANG_COUNT];
} Evidence;

Evidence evidence_judge(const EvidenceInput *input, Arena *arena);
/* Holm's adjustment of p-values in place; NaN are left out of the family. */
void evidence_holm(double *p, int n, Arena *arena);

#endif
