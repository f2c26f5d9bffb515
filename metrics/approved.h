/* What CFLA approved: by budget line against the expenses of the request, by indicator against our
 * cumulative values at its end. */
#ifndef METRICS_APPROVED_H
#define METRICS_APPROVED_H

#include "metrics/attribute.h"

/* What the changes among a KPI's rows amount to, by reason. */
typedef struct {
    int rows[REASON_COUNT];
    ExactSum effect[REASON_COUNT];
} Shares;

/* Compares all approved values; `before` is the previous store, or NULL: then no difference can be
 * attributed. */
bool approved_compare(Run *run, Run *before, const Kpi *kpis, int nkpi);

#endif
