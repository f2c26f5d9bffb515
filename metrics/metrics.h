/* The door of metrics/: what was counted. Reads ingest_*, writes metrics_*: KPI values by region,
 * period and sex, targets, completeness, checks, and the published tables under disclosure control.
 */
#ifndef METRICS_METRICS_H
#define METRICS_METRICS_H

#include "core/stage.h"

extern const Stage METRICS;

/* For `explain ID`: definition, what is counted and what not, an example row and the SQL. False,
 * without a word, if ID is no KPI. */
bool metrics_explain(Run *run, const char *id, FILE *out);
/* The SELECT of `export kpi`; the forecast's columns are empty where analysis has not run. */
const char *metrics_export_sql(Run *run, bool internal);
/* For `trace DIR FIGURE`: prints what is behind a figure kpi.… of the store; `again` is a store
 * that INGEST has just filled from the files themselves, on which the value is computed anew. Sets
 * *differs if that value is another. False, reported, if there is no such figure. */
bool metrics_trace(Run *run, Run *again, const char *figure, FILE *out, bool *differs);

#endif
