/* The pre-analysis plan: each row is run on its frame by its estimator. */
#ifndef ANALYSIS_PLAN_H
#define ANALYSIS_PLAN_H

#include "analysis/plan_row.h"
#include "core/stage.h"

/* Fills analysis_plan and analysis_estimate. A row that cannot be run says why and stops nothing.
 */
bool plan_run(Run *run);
/* One row by its id, prepared but not run: outcome filled, settings and frame read. */
bool plan_find(Run *run, const char *plan, PlanRow *row);

#endif
