/* Recommendations: every rule is evaluated and gets one of four states. */
#ifndef ANALYSIS_RECOMMEND_H
#define ANALYSIS_RECOMMEND_H

#include "core/stage.h"

/* Fills analysis_recommendation, analysis_rule_estimate, analysis_threshold. A faulty rule is
 * reported and stops nothing. */
bool recommend_run(Run *run);

#endif
