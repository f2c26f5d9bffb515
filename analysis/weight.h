/* Survey weights: base weight × non-response × raking to the population's margins. */
#ifndef ANALYSIS_WEIGHT_H
#define ANALYSIS_WEIGHT_H

#include "core/stage.h"

/* Fills analysis_weight for residents drawn with known probabilities; others have no row. A wave
 * whose margins cannot be met keeps its weights without them. Before the plan. */
bool weight_run(Run *run);

#endif
