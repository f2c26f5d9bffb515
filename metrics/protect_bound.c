/* What an outsider can still deduce of a hidden cell: the least and the greatest value that the
 * visible ones allow, by two linear programmes a cell (GLPK). Only hidden cells are columns. */
#include "metrics/protect_system.h"

#include <glpk.h>
#include <math.h>

/* Cells that move alike (or against each other) share one column: cell = sign × column. */
typedef struct {
    System *system;
    glp_prob *problem;
    int *leader, *sign; /* of a cell: whose moves it follows, and which way */
    int *column;        /* of a leader; 0: none */
} Bound;

static bool moves(const SystemCell *cell)
{
    return cell->state == CELL_HIDDEN || cell->state == CELL_FREE;
}

static int leader_of(const Bound *bound, int cell, int *sign)
{
    *sign = 1;
    while (bound->leader[cell] != cell) {
        *sign *= bound->sign[cell];
        cell = bound->leader[cell];
    }
    return cell;
}

/* A row's terms with leaders in place of cells; returns their number (at most `most`). */
static int gather(const Bound *bound, const SystemRow *row, int *cell, double *factor)
{
    int n = 0;
    for (int i = row->first; i < row->first + row->nterm; i++) {
        const SystemTerm *term = &bound->system->terms[i];
        int sign, at = 0;
        if (!moves(&bound->system->cells[term->cell]))
            continue;
        int leader = leader_of(bound, term->cell, &sign);
        while (at < n && cell[at] != leader)
            at++;
        if (at == n) {
            cell[n] = leader;
            factor[n++] = 0;
        }
        factor[at] += sign * term->factor;
        if (factor[at] == 0) {
            cell[at] = cell[--n];
            factor[at] = factor[n];
        }
    }
    return n;
}

/* An equation of two cells, ±a ±b = 0, makes one follow the other; until none is left. */
static void merge_cells(Bound *bound, int *cell, double *factor)
{
    for (bool merged = true; merged;) {
        merged = false;
        for (int i = 0; i < bound->system->nrow; i++) {
            if (!bound->system->rows[i].equal ||
                gather(bound, &bound->system->rows[i], cell, factor) != 2 ||
                fabs(factor[0]) != fabs(factor[1]))
                continue;
            bound->leader[cell[1]] = cell[0];
            bound->sign[cell[1]] = factor[0] == factor[1] ? -1 : 1;
            merged = true;
        }
    }
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
        int sign, leader = leader_of(bound, i, &sign);
        if (!moves(cell))
            continue;
        low[leader] = fmax(low[leader], sign > 0 ? -cell->room_down : -cell->room_up);
        high[leader] = fmin(high[leader], sign > 0 ? cell->room_up : cell->room_down);
    }
    for (int i = 0; i < system->ncell; i++) {
        if (!moves(&system->cells[i]) || bound->leader[i] != i)
            continue;
        int column = bound->column[i] = glp_add_cols(bound->problem, 1);
        int kind = isinf(low[i])      ? (isinf(high[i]) ? GLP_FR : GLP_UP)
                   : isinf(high[i])   ? GLP_LO
                   : low[i] < high[i] ? GLP_DB
                                      : GLP_FX;
        glp_set_col_bnds(bound->problem, column, kind, isinf(low[i]) ? 0 : low[i],
                         isinf(high[i]) ? 0 : high[i]);
    }
}

/* A row without hidden cells says nothing. */
static void open_row(Bound *bound, const SystemRow *row, int *cell, double *factor)
{
    int n = gather(bound, row, cell + 1, factor + 1);
    if (n == 0)
        return;
    for (int i = 1; i <= n; i++)
        cell[i] = bound->column[cell[i]];
    int added = glp_add_rows(bound->problem, 1);
    glp_set_mat_row(bound->problem, added, n, cell, factor);
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
        if (bound->column[i])
            low[i] = farthest(bound, bound->column[i], -1);
    for (int i = 0; i < system->ncell; i++)
        if (bound->column[i])
            high[i] = farthest(bound, bound->column[i], 1);
    for (int i = 0; i < system->ncell; i++) {
        SystemCell *cell = &system->cells[i];
        int sign, leader = leader_of(bound, i, &sign);
        if (cell->state != CELL_HIDDEN)
            continue;
        cell->low = cell->value + (sign > 0 ? low[leader] : -high[leader]);
        cell->high = cell->value + (sign > 0 ? high[leader] : -low[leader]);
    }
}

void system_bound(System *system)
{
    Bound bound = {system, glp_create_prob(), arena_new(system->arena, int, system->ncell),
                   arena_new(system->arena, int, system->ncell),
                   arena_new(system->arena, int, system->ncell)};
    int most = 0;
    for (int i = 0; i < system->nrow; i++)
        most = system->rows[i].nterm > most ? system->rows[i].nterm : most;
    int *cell = arena_new(system->arena, int, most + 2);
    double *factor = arena_new(system->arena, double, most + 2);
    for (int i = 0; i < system->ncell; i++)
        bound.leader[i] = i;
    glp_term_out(GLP_OFF);
    merge_cells(&bound, cell, factor);
    open_columns(&bound);
    for (int i = 0; i < system->nrow; i++)
        open_row(&bound, &system->rows[i], cell, factor);
    solve(&bound);
    glp_delete_prob(bound.problem);
}
