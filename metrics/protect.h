/* Disclosure control: which values about persons are hidden in the published tables. */
#ifndef METRICS_PROTECT_H
#define METRICS_PROTECT_H

#include "metrics/calendar.h"

/* Fills metrics_disclosure. */
bool protect_run(Run *run, const Calendar *calendar);

#endif
