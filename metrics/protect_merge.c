/* Follows two-cell and one-cell equations until none is left. */
#include "metrics/protect_merge.h"

#include <math.h>

int merge_leader(const Merge *merge, int cell, int *sign)
{
    *sign = 1;
    while (merge->leader[cell] >= 0 && merge->leader[cell] != cell) {
        *sign *= merge->sign[cell];
        cell = merge->leader[cell];
    }
    return merge->leader[cell] < 0 ? -1 : cell;
}

int merge_gather(const Merge *merge, const SystemRow *row)
{
    int n = 0;
    for (int i = row->first; i < row->first + row->nterm; i++) {
        int sign, leader = merge_leader(merge, merge->system->terms[i].cell, &sign), at = 1;
        if (leader < 0)
            continue;
        while (at <= n && merge->cell[at] != leader)
            at++;
        if (at > n) {
            merge->cell[++n] = leader;
            merge->factor[n] = 0;
        }
        merge->factor[at] += sign * merge->system->terms[i].factor;
        if (merge->factor[at] == 0) {
            merge->cell[at] = merge->cell[n];
            merge->factor[at] = merge->factor[n--];
        }
    }
    return n;
}

/* True if the row said that a cell stays, or that one follows another. */
static bool take_row(const Merge *merge, const SystemRow *row)
{
    int n = row->equal ? merge_gather(merge, row) : 0;
    if (n == 1) {
        merge->leader[merge->cell[1]] = -1;
        return true;
    }
    if (n != 2 || fabs(merge->factor[1]) != fabs(merge->factor[2]))
        return false;
    merge->leader[merge->cell[2]] = merge->cell[1];
    merge->sign[merge->cell[2]] = merge->factor[1] == merge->factor[2] ? -1 : 1;
    return true;
}

Merge merge_make(const System *system, const bool *moves)
{
    Arena *arena = system->arena;
    int most = 0;
    for (int i = 0; i < system->nrow; i++)
        most = system->rows[i].nterm > most ? system->rows[i].nterm : most;
    Merge merge = {system,
                   arena_new(arena, int, system->ncell),
                   arena_new(arena, int, system->ncell),
                   arena_new(arena, int, most + 1),
                   arena_new(arena, double, most + 1),
                   arena_new(arena, int, system->ncell)};
    for (int i = 0; i < system->ncell; i++)
        merge.leader[i] = moves[i] ? i : -1;
    for (bool taken = true; taken;) {
        taken = false;
        for (int i = 0; i < system->nrow; i++)
            taken = take_row(&merge, &system->rows[i]) || taken;
    }
    return merge;
}
