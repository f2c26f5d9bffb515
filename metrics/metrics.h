/* The door of metrics/: what was counted. Reads ingest_*, writes metrics_*: KPI values by region,
 * period and sex, targets, completeness, checks, and the published tables under disclosure control.
 */
#ifndef METRICS_METRICS_H
#define METRICS_METRICS_H

#include "core/stage.h"

extern const Stage METRICS;

#endif
