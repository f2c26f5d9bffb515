/* Dates as people write them: 2027-03-05, 05.03.2027, 05.03.2027., 5/3/2027 (day first), each with
 * or without a time of day behind (form software writes one), which is dropped. */
#ifndef INGEST_DATE_IN_H
#define INGEST_DATE_IN_H

#include "core/date.h"

/* DATE_NONE if the text is none. */
Date date_in(const char *text);

#endif
