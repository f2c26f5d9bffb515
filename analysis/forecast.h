/* Forecasts of indicators that have targets. */
#ifndef ANALYSIS_FORECAST_H
#define ANALYSIS_FORECAST_H

#include "core/stage.h"

/* Fills analysis_forecast: a status for every indicator, region and period. */
bool forecast_run(Run *run);

#endif
