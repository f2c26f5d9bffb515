/* Loss of people between waves, and what it could have done to the effect. */
#ifndef ANALYSIS_ATTRITION_H
#define ANALYSIS_ATTRITION_H

#include "core/stage.h"

/* Fills analysis_attrition, and Lee and Manski bounds at the last wave of residents. */
bool attrition_run(Run *run);

#endif
