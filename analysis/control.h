/* Control charts over months of what is counted by date. */
#ifndef ANALYSIS_CONTROL_H
#define ANALYSIS_CONTROL_H

#include "core/stage.h"

/* Fills analysis_control: KPIs of fold count and sum of things, each region, from the programme's
 * first month to the last whole one; series shorter than eight months or without variation are left
 * out. */
bool control_run(Run *run);

#endif
