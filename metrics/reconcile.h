/* Reconciliation: this run against the store given by --previous and against what CFLA approved. */
#ifndef METRICS_RECONCILE_H
#define METRICS_RECONCILE_H

#include "metrics/calendar.h"
#include "metrics/kpi.h"

/* Opens --previous, keeps its values in metrics_previous, compares, attributes every difference,
 * and reports what does not agree. Does nothing but the approved values without --previous. */
bool reconcile_run(Run *run, const Kpi *kpis, int nkpi, const Calendar *calendar);

#endif
