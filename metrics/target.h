/* Targets of programme folders: the days they stand for, and each region's own row. */
#ifndef METRICS_TARGET_H
#define METRICS_TARGET_H

#include "metrics/kpi.h"

/* Fills metrics_target from ingest_target; complete.sql then chooses among them. */
bool target_fill(Run *run, const Kpi *kpis, int nkpi);

#endif
