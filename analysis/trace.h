/* What is behind a figure of the analysis: est.…, scale.…, bench.… */
#ifndef ANALYSIS_TRACE_H
#define ANALYSIS_TRACE_H

#include "core/stage.h"

#include <stdio.h>

/* Whether the figure is one of the analysis (by its first word). */
bool trace_is_analysis(const char *figure);
/* Prints what is behind a figure of the store `run`; `again` is a store in which ingest, metrics
 * and analysis have just been computed from the files. *differs: the two values are not the same.
 */
bool analysis_trace(Run *run, Run *again, const char *figure, FILE *out, bool *differs);

#endif
