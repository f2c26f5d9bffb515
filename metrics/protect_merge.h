/* Cells of a system that can only move together, so that a linear programme needs one column for
 * them: an equation of two cells makes one follow the other, an equation of one holds it. */
#ifndef METRICS_PROTECT_MERGE_H
#define METRICS_PROTECT_MERGE_H

#include "metrics/protect_system.h"

typedef struct {
    const System *system;
    int *leader, *sign; /* of a cell: whose moves it follows, and which way; leader -1: it stays */
    int *cell;          /* room for one row's terms, from 1 as GLPK counts */
    double *factor;
    int *column; /* of a leader, for the user; 0: none yet */
} Merge;

/* `moves` says of each cell whether it may move at all. */
Merge merge_make(const System *system, const bool *moves);
/* The leader of a cell, or -1; cell's move = sign × leader's move. */
int merge_leader(const Merge *merge, int cell, int *sign);
/* A row's terms in leaders, gathered into merge->cell and ->factor from 1 on; their number. */
int merge_gather(const Merge *merge, const SystemRow *row);

#endif
