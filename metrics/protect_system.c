/* Builds systems of cells and relations. */
#include "metrics/protect_system.h"

int system_add_cell(System *system, SystemCell cell)
{
    system->cells =
        arena_room(system->arena, system->cells, sizeof cell, system->ncell, &system->cell_room);
    system->cells[system->ncell] = cell;
    return system->ncell++;
}

void system_add_row(System *system, bool equal, double slack)
{
    system->rows = arena_room(system->arena, system->rows, sizeof *system->rows, system->nrow,
                              &system->row_room);
    system->rows[system->nrow++] = (SystemRow){system->nterm, 0, equal, slack};
}

void system_add_term(System *system, int cell, double factor)
{
    if (cell < 0)
        return;
    system->terms = arena_room(system->arena, system->terms, sizeof *system->terms, system->nterm,
                               &system->term_room);
    system->terms[system->nterm++] = (SystemTerm){cell, factor};
    system->rows[system->nrow - 1].nterm++;
}
