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
} TableCell;

typedef struct {
    const char *id;
    FoldKind fold;
    bool within; /* regions and periods add up */
    int nsex;
    TableCell *cells;
} Table;

typedef struct {
    Arena *arena;
    const Calendar *calendar;
    double threshold;
    Table *tables;
    int ntable;
} TableSet;

TableCell *table_cell(const TableSet *set, const Table *table, int region, int period, int span,
                      int sex);
int table_ncell(const TableSet *set, const Table *table);
Table *table_find(const TableSet *set, const char *id);

/* Whose numbers a system is about. */
typedef enum { QUANTITY_VALUE, QUANTITY_NUMERATOR } Quantity;

/* Begins a system with the cells and inner relations of these tables. */
System table_system(const TableSet *set, Table *const *tables, int ntable, Quantity quantity);
/* Adds: the parts make up the whole (a NULL whole is held at its true values). */
void table_link(const TableSet *set, System *system, Table *const *parts, int npart,
                const Table *whole);
/* Takes what the system hid, and how far cells moved, back into the tables. */
void table_take(const TableSet *set, Table *const *tables, int ntable, const System *system);

#endif
