/* Regions side by side, without a league table: rates with intervals and funnel limits. */
#ifndef ANALYSIS_BENCHMARK_H
#define ANALYSIS_BENCHMARK_H

#include "core/stage.h"

/* Fills analysis_benchmark: every indicator that can be compared × the five regions × period. */
bool benchmark_run(Run *run);

#endif
