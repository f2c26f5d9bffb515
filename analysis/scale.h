/* Scales: answers become scores by the codebook, and each scale's quality is measured. */
#ifndef ANALYSIS_SCALE_H
#define ANALYSIS_SCALE_H

#include "core/stage.h"

/* Fills analysis_score and analysis_scale. */
bool scale_run(Run *run);

#endif
