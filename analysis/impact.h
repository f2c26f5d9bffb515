/* The tables around the estimates: theory of change, voices, calendar, fieldwork, attrition,
 * answers, balance, inequality, weights, regions, specifications, control charts. */
#ifndef ANALYSIS_IMPACT_H
#define ANALYSIS_IMPACT_H

#include "core/stage.h"

/* After the plan, forecasts, benchmarks and their publication; ends with the recommendations. */
bool impact_run(Run *run);

#endif
