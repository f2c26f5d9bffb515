/* A system of published cells as an outsider sees it: cells that are visible or hidden, and the
 * relations that bind them. Everything is told in deviations from the true values, so that what is
 * constant drops out. A witness is another table that the outsider cannot tell from the true one.
 */
#ifndef METRICS_PROTECT_SYSTEM_H
#define METRICS_PROTECT_SYSTEM_H

#include "core/arena.h"

typedef enum {
    CELL_VISIBLE,
    CELL_HIDDEN,
    CELL_HELD, /* known to the outsider whatever is printed: never hidden, never moved */
    CELL_FREE  /* not published at all: moves at no cost */
} CellState;

typedef struct {
    double value;
    double need;      /* primary: how far it must be able to move; else 0 */
    double room_down; /* how far it can fall: its value, or less */
    double room_up;   /* how far it can rise; HUGE_VAL: no limit of its own */
    double cost;      /* of hiding it, a unit */
    CellState state;
    bool primary;     /* else hidden to protect another */
    bool guest;       /* moves here, but is protected by another system */
    double up, down;  /* farthest moves that witnesses have shown */
    double low, high; /* what an outsider can still deduce; high HUGE_VAL: no bound */
    int table, cell;  /* whose cell it is: the owner's own numbers */
} SystemCell;

typedef struct {
    int cell;
    double factor;
} SystemTerm;

/* Sum of factor × deviation = 0, or ≤ slack. */
typedef struct {
    int first, nterm;
    bool equal;
    double slack;
} SystemRow;

typedef struct {
    Arena *arena;
    SystemCell *cells;
    int ncell, cell_room;
    SystemTerm *terms;
    int nterm, term_room;
    SystemRow *rows;
    int nrow, row_room;
} System;

int system_add_cell(System *system, SystemCell cell);
/* Begins a row; terms that follow belong to it. A term with cell < 0 is none. */
void system_add_row(System *system, bool equal, double slack);
void system_add_term(System *system, int cell, double factor);

/* Hides further cells until each primary one can move by its need, and each hidden one can move at
 * all, in a witness of whole numbers. Returns how many hidden cells could not be protected. */
int system_protect(System *system);
/* Fills low and high of hidden cells by linear programmes. */
void system_bound(System *system);

#endif
