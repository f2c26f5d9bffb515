/* The reporting half of staggered_did. */
#ifndef ANALYSIS_ESTIMATORS_STAGGERED_PARTS_H
#define ANALYSIS_ESTIMATORS_STAGGERED_PARTS_H

#include "analysis/staggered.h"

/* All rows of the estimator from computed cells. */
void staggered_report(const Staggered *data, const Spec *spec, Arena *arena, EstimateList *out);

/* Adds `breakdown` and `breakdown(0)`: how many times the largest change between periods before the
 * start a violation of parallel trends may be until the interval holds zero. */
void staggered_breakdown(const Staggered *data, const Average *pre, int npre, const Average *post,
                         int npost, double conf, Arena *arena, EstimateList *out);

#endif
