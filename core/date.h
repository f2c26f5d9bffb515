/* Dates as days since 1970-01-01 and periods of whole days. No clock is read here. */
#ifndef CORE_DATE_H
#define CORE_DATE_H

#include "core/arena.h"

#include <limits.h>

typedef int Date;
enum { DATE_NONE = INT_MIN };

/* Days, both ends included. `name` is 2026, 2026H1, 2026Q3, a request, or FROM..TO. */
typedef struct {
    const char *name;
    Date from, to;
} Period;

/* DATE_NONE if there is no such day. */
Date date_make(int year, int month, int day);
void date_split(Date date, int *year, int *month, int *day);
int date_year(Date date);
/* `2027-03-05` and nothing else; DATE_NONE otherwise. */
Date date_parse(const char *iso);
/* ISO 8601, "" for DATE_NONE. */
char *date_iso(Arena *arena, Date date);
/* The same day `months` later (the last day of a shorter month). */
Date date_add_months(Date date, int months);

/* A calendar period by name, or FROM..TO with ISO dates; false if it is none. */
bool period_parse(Arena *arena, const char *name, Period *period);
/* The period of `months` (1, 2, 3, 4, 6 or 12) that holds `date`, named by its calendar year. */
Period period_of(Arena *arena, Date date, int months);
/* All such periods from the one with `from` to the one with `to`; returns their number. */
int period_list(Arena *arena, Date from, Date to, int months, Period **periods);

#endif
