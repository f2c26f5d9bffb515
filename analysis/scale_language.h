/* The reliability of scales in each language of the questionnaire. */
#ifndef ANALYSIS_SCALE_LANGUAGE_H
#define ANALYSIS_SCALE_LANGUAGE_H

#include "core/stage.h"

/* Fills analysis_scale_language: scales of two items or more, all waves and samples together. */
bool scale_language_run(Run *run);

#endif
