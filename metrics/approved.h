/* What CFLA approved by indicator, against our cumulative values at the request's end. */
#ifndef METRICS_APPROVED_H
#define METRICS_APPROVED_H

#include "metrics/kpi.h"

bool approved_indicators(Run *run, const Kpi *kpis, int nkpi);

#endif
