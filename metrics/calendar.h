/* The days and periods of a run: as-of, the report's period, and the programme's grid of periods,
 * kept in metrics_setting and metrics_period. */
#ifndef METRICS_CALENDAR_H
#define METRICS_CALENDAR_H

#include "core/date.h"
#include "core/db.h"

typedef struct {
    Date as_of;
    int nperiod;
    const Period *periods; /* the grid in order, then the report's own period and the one before it
                              where they are no part of the grid */
    int ngrid;
} Calendar;

/* Finds as-of and periods (DATA.md section 4) and stores them. */
bool calendar_make(Run *run, Calendar *calendar);
/* Reads them back from metrics_setting and metrics_period. */
bool calendar_read(Run *run, Calendar *calendar);
/* A period by name: calendar period, FROM..TO, or a payment request. */
bool calendar_find(Run *run, const char *name, Period *period);
/* The place of a period by name, or -1. */
int calendar_index(const Calendar *calendar, const char *name);
/* The last day of a period that counts: its end, or as-of where that is earlier. */
Date calendar_end(const Calendar *calendar, const Period *period);

#endif
