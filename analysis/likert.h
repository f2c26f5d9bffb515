/* How residents and participants answered each item. */
#ifndef ANALYSIS_LIKERT_H
#define ANALYSIS_LIKERT_H

#include "core/stage.h"

/* Fills analysis_likert_published: items of at most eleven answers, by wave, sample and arm. */
bool likert_run(Run *run);

#endif
