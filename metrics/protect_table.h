/* The published cells of a KPI about persons, and the systems that bind them: region × country, sex
 * × all, in period × cumulative, parts × whole. */
#ifndef METRICS_PROTECT_TABLE_H
#define METRICS_PROTECT_TABLE_H

#include "metrics/fold.h"
#include "metrics/protect_system.h"

/* In period, cumulative. */
enum { SPAN_IN, SPAN_CUMULATIVE, SPAN_COUNT };

typedef struct {
    double value;              /* of a ratio: its base */
    double numerator;          /* of a ratio */
    double persons;            /* contributors */
    double room_up, room_down; /* set where other tables bound it */
    bool absent;               /* not reported: no number is printed */
    bool known;                /* printed by the previous store with the same value */
    bool hidden, primary;
    double up, down, low, high; /* as in SystemCell */
    int cell;                   /* in the system at hand, or -1 */
} PublishedCell;

typedef struct {
    const char *id;
    FoldKind fold;
    bool within; /* regions and periods add up */
    int nsex;
    PublishedCell *cells;
} Published;

typedef struct {
    Arena *arena;
    const Calendar *calendar;
    double threshold;
    Published *tables;
    int ntable;
} PublishedSet;

PublishedCell *published_cell(const PublishedSet *set, const Published *table, int region,
                              int period, int span, int sex);
int published_ncell(const PublishedSet *set, const Published *table);
Published *published_find(const PublishedSet *set, const char *id);

/* Whose numbers a system is about; FREE: values, bound by the system's own rows alone. */
typedef enum { QUANTITY_VALUE, QUANTITY_NUMERATOR, QUANTITY_FREE } Quantity;

/* Begins a system with the cells and inner relations of these tables. */
System published_system(const PublishedSet *set, Published *const *tables, int ntable,
                        Quantity quantity);
/* Adds: the parts make up the whole (a NULL whole is held at its true values). */
void published_link(const PublishedSet *set, System *system, Published *const *parts, int npart,
                    const Published *whole);
/* Adds: the parts together are at most the whole. */
void published_within(const PublishedSet *set, System *system, Published *const *parts, int npart,
                      const Published *whole);
/* Takes what the system hid, and how far cells moved, back into the tables. */
void published_take(const PublishedSet *set, Published *const *tables, int ntable,
                    const System *system);

#endif
