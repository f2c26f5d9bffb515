/* The door of analysis/: from counted rows and answers to estimates with their evidence. Reads
 * ingest_* and metrics_*, writes analysis_* (schema.sql). */
#ifndef ANALYSIS_ANALYSIS_H
#define ANALYSIS_ANALYSIS_H

#include "core/stage.h"

#include <stdio.h>

extern const Stage ANALYSIS;

/* What is behind a figure: est.…, scale.…, bench.… (by its first word). */
bool trace_is_analysis(const char *figure);
/* Prints what is behind a figure of the store `run`; `again` is a store in which ingest, metrics
 * and analysis have just been computed from the files. *differs: the two values are not the same. */
bool analysis_trace(Run *run, Run *again, const char *figure, FILE *out, bool *differs);

#endif
