/* What an outsider can still deduce of a hidden cell: the least and the greatest value that the
 * visible ones allow, by two linear programmes a cell (GLPK). Only hidden cells are columns. */
#include "metrics/protect_merge.h"

#include <glpk.h>
#include <math.h>

typedef struct {
    System *system;
    glp_prob *problem;
    Merge merge;
} Bound;

static bool moves(const SystemCell *cell)
{
    return cell->state == CELL_HIDDEN || cell->state == CELL_FREE;
}

/* The bounds of a leader's column: those of all cells that follow it. */
static void open_columns(Bound *bound)
{
    System *system = bound->system;
    double *low = arena_new(system->arena, double, system->ncell);
    double *high = arena_new(system->arena, double, system->ncell);
    for (int i = 0; i < system->ncell; i++) {
        low[i] = -HUGE_VAL;
        high[i] = HUGE_VAL;
    }
    for (int i = 0; i < system->ncell; i++) {
        const SystemCell *cell = &system->cells[i];
        int sign, leader = merge_leader(&bound->merge, i, &sign);
        if (leader < 0)
            continue;
        low[leader] = fmax(low[leader], sign > 0 ? -cell->room_down : -cell->room_up);
        high[leader] = fmin(high[leader], sign > 0 ? cell->room_up : cell->room_down);
    }
    for (int i = 0; i < system->ncell; i++) {
        if (bound->merge.leader[i] != i)
            continue;
        int column = bound->merge.column[i] = glp_add_cols(bound->problem, 1);
        int kind = isinf(low[i])      ? (isinf(high[i]) ? GLP_FR : GLP_UP)
                   : isinf(high[i])   ? GLP_LO
                   : low[i] < high[i] ? GLP_DB
                                      : GLP_FX;
        glp_set_col_bnds(bound->problem, column, kind, isinf(low[i]) ? 0 : low[i],
                         isinf(high[i]) ? 0 : high[i]);
    }
}

/* A row without hidden cells says nothing. */
static void open_row(Bound *bound, const SystemRow *row)
{
    int n = merge_gather(&bound->merge, row);
    if (n == 0)
        return;
    for (int i = 1; i <= n; i++)
        bound->merge.cell[i] = bound->merge.column[bound->merge.cell[i]];
    int added = glp_add_rows(bound->problem, 1);
    glp_set_mat_row(bound->problem, added, n, bound->merge.cell, bound->merge.factor);
    glp_set_row_bnds(bound->problem, added, row->equal ? GLP_FX : GLP_UP, 0,
                     row->equal ? 0 : row->slack);
}

/* The farthest move of a column in a direction (1 up, -1 down). */
static double farthest(Bound *bound, int column, int direction)
{
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    glp_set_obj_dir(bound->problem, direction > 0 ? GLP_MAX : GLP_MIN);
    glp_set_obj_coef(bound->problem, column, 1);
    int failed = glp_simplex(bound->problem, &options);
    int status = glp_get_status(bound->problem);
    double value = glp_get_obj_val(bound->problem);
    glp_set_obj_coef(bound->problem, column, 0);
    if (failed || status == GLP_UNBND || status == GLP_UNDEF)
        return direction > 0 ? HUGE_VAL : -HUGE_VAL;
    return value;
}

/* Solves for each leader once. */
static void solve(Bound *bound)
{
    System *system = bound->system;
    double *low = arena_new(system->arena, double, system->ncell);
    double *high = arena_new(system->arena, double, system->ncell);
    for (int i = 0; i < system->ncell; i++)
        if (bound->merge.column[i])
            low[i] = farthest(bound, bound->merge.column[i], -1);
    for (int i = 0; i < system->ncell; i++)
        if (bound->merge.column[i])
            high[i] = farthest(bound, bound->merge.column[i], 1);
    for (int i = 0; i < system->ncell; i++) {
        SystemCell *cell = &system->cells[i];
        int sign, leader = merge_leader(&bound->merge, i, &sign);
        if (cell->state != CELL_HIDDEN)
            continue;
        double down = leader < 0 ? 0 : sign > 0 ? low[leader] : -high[leader];
        double up = leader < 0 ? 0 : sign > 0 ? high[leader] : -low[leader];
        cell->low = cell->value + down;
        cell->high = cell->value + up;
    }
}

void system_bound(System *system)
{
    bool *may_move = arena_new(system->arena, bool, system->ncell);
    for (int i = 0; i < system->ncell; i++)
        may_move[i] = moves(&system->cells[i]);
    Bound bound = {system, glp_create_prob(), merge_make(system, may_move)};
    glp_term_out(GLP_OFF);
    open_columns(&bound);
    for (int i = 0; i < system->nrow; i++)
        open_row(&bound, &system->rows[i]);
    solve(&bound);
    glp_delete_prob(bound.problem);
}
