/* Variants of the plan's primary rows: other choices, and each region by itself. */
#ifndef ANALYSIS_VARIANT_H
#define ANALYSIS_VARIANT_H

#include "analysis/plan_row.h"

/* Fills analysis_specification, analysis_region and the estimates of plan/VARIANT. */
bool variant_run(Run *run, const PlanRow *row);

#endif
