/* The search for complementary cells after Kelly, Golden and Assad (1992): for each sensitive cell
 * the cheapest other table in which it is larger (GLPK); the visible cells that this table changes
 * are hidden. The table is the proof: with those cells hidden an outsider cannot tell it from the
 * true one. One table serves all cells that it moves. */
#include "metrics/protect_merge.h"

#include <glpk.h>
#include <math.h>

typedef struct {
    System *system;
    glp_prob *problem; /* NULL until it is needed */
    Merge merge;       /* a leader's rise is its column, its fall the next */
    double *up, *down; /* room of a leader: the least of those that follow it */
    double *cost;      /* of moving a leader: of hiding all visible cells that follow it */
    double *move;      /* the witness at hand, by cell */
} Search;

static void set_bounds(glp_prob *problem, int column, double low, double high)
{
    if (high <= low)
        glp_set_col_bnds(problem, column, GLP_FX, low, low);
    else if (isinf(high))
        glp_set_col_bnds(problem, column, GLP_LO, low, 0);
    else
        glp_set_col_bnds(problem, column, GLP_DB, low, high);
}

static bool may_move(const SystemCell *cell, bool zeros)
{
    if (cell->state == CELL_HELD)
        return false;
    return cell->state != CELL_VISIBLE || cell->value > 0 || zeros;
}

static void set_room(Search *search, int leader)
{
    int column = search->merge.column[leader];
    set_bounds(search->problem, column, 0, search->up[leader]);
    set_bounds(search->problem, column + 1, 0, search->down[leader]);
}

/* A trifle on every move keeps witnesses small and the choice unique. */
static void set_cost(Search *search, int leader)
{
    int column = search->merge.column[leader];
    double cost = fmax(0, search->cost[leader]) + 1e-4;
    glp_set_obj_coef(search->problem, column, cost);
    glp_set_obj_coef(search->problem, column + 1, cost);
}

static void open_columns(Search *search)
{
    const System *system = search->system;
    for (int i = 0; i < system->ncell; i++)
        search->up[i] = search->down[i] = HUGE_VAL;
    for (int i = 0; i < system->ncell; i++) {
        const SystemCell *cell = &system->cells[i];
        int sign, leader = merge_leader(&search->merge, i, &sign);
        if (leader < 0)
            continue;
        search->up[leader] = fmin(search->up[leader], sign > 0 ? cell->room_up : cell->room_down);
        search->down[leader] =
            fmin(search->down[leader], sign > 0 ? cell->room_down : cell->room_up);
        search->cost[leader] += cell->state == CELL_VISIBLE ? cell->cost : 0;
    }
    for (int i = 0; i < system->ncell; i++)
        if (search->merge.leader[i] == i) {
            search->merge.column[i] = glp_add_cols(search->problem, 2);
            set_room(search, i);
            set_cost(search, i);
        }
}

/* A row whose cells all stay says nothing and is left out. */
static void add_row(Search *search, const SystemRow *row, int *column, double *factor)
{
    int n = merge_gather(&search->merge, row);
    if (n == 0)
        return;
    for (int i = 1; i <= n; i++) {
        column[2 * i - 1] = search->merge.column[search->merge.cell[i]];
        column[2 * i] = column[2 * i - 1] + 1;
        factor[2 * i - 1] = search->merge.factor[i];
        factor[2 * i] = -search->merge.factor[i];
    }
    int added = glp_add_rows(search->problem, 1);
    glp_set_mat_row(search->problem, added, 2 * n, column, factor);
    glp_set_row_bnds(search->problem, added, row->equal ? GLP_FX : GLP_UP, 0,
                     row->equal ? 0 : row->slack);
}

static Search open_search(System *system, bool zeros)
{
    Arena *arena = system->arena;
    bool *moves = arena_new(arena, bool, system->ncell);
    int most = 0;
    for (int i = 0; i < system->ncell; i++)
        moves[i] = may_move(&system->cells[i], zeros);
    for (int i = 0; i < system->nrow; i++)
        most = system->rows[i].nterm > most ? system->rows[i].nterm : most;
    Search search = {system,
                     glp_create_prob(),
                     merge_make(system, moves),
                     arena_new(arena, double, system->ncell),
                     arena_new(arena, double, system->ncell),
                     arena_new(arena, double, system->ncell),
                     arena_new(arena, double, system->ncell)};
    open_columns(&search);
    int *column = arena_new(arena, int, 2 * most + 1);
    double *factor = arena_new(arena, double, 2 * most + 1);
    for (int i = 0; i < system->nrow; i++)
        add_row(&search, &system->rows[i], column, factor);
    return search;
}

static bool is_whole(double value)
{
    return fabs(value - round(value)) < 1e-6;
}

/* Reads the witness; true if all its moves are whole numbers. */
static bool read_witness(Search *search, bool integer)
{
    glp_prob *problem = search->problem;
    bool whole = true;
    for (int i = 0; i < search->system->ncell; i++) {
        int sign, leader = merge_leader(&search->merge, i, &sign);
        int at = leader < 0 ? 0 : search->merge.column[leader];
        double by = !at       ? 0
                    : integer ? glp_mip_col_val(problem, at) - glp_mip_col_val(problem, at + 1)
                              : glp_get_col_prim(problem, at) - glp_get_col_prim(problem, at + 1);
        search->move[i] = sign * by;
        whole = whole && is_whole(by);
    }
    return whole;
}

/* How many times over a witness (sign 1) or its opposite (-1) can be taken. */
static double most_times(const System *system, const double *move, int sign)
{
    double times = HUGE_VAL;
    for (int i = 0; i < system->ncell; i++) {
        double by = sign * move[i];
        double room = by > 0 ? system->cells[i].room_up : system->cells[i].room_down;
        if (fabs(by) > 1e-9)
            times = fmin(times, floor(room / fabs(by) + 1e-9));
    }
    for (int i = 0; i < system->nrow; i++) {
        const SystemRow *row = &system->rows[i];
        double sum = 0;
        for (int k = row->first; !row->equal && k < row->first + row->nterm; k++)
            sum += system->terms[k].factor * sign * move[system->terms[k].cell];
        if (sum > 1e-9)
            times = fmin(times, floor(row->slack / sum + 1e-9));
    }
    return times;
}

/* A witness in halves or thirds, taken twice or thrice over, if there is room for it. */
static bool scale_witness(Search *search)
{
    double most = most_times(search->system, search->move, 1);
    for (int times = 2; times <= 6 && times <= most; times++) {
        bool whole = true;
        for (int i = 0; i < search->system->ncell && whole; i++)
            whole = is_whole(search->move[i] * times);
        for (int i = 0; i < search->system->ncell && whole; i++)
            search->move[i] *= times;
        if (whole)
            return true;
    }
    return false;
}

/* The same programme in whole numbers, where the first answer has fractions. */
static bool solve_whole(Search *search)
{
    glp_iocp options;
    int ncolumn = glp_get_num_cols(search->problem);
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.mip_gap = 0.05;
    for (int i = 1; i <= ncolumn; i++)
        glp_set_col_kind(search->problem, i, GLP_IV);
    bool found =
        glp_intopt(search->problem, &options) == 0 &&
        (glp_mip_status(search->problem) == GLP_OPT || glp_mip_status(search->problem) == GLP_FEAS);
    if (found)
        read_witness(search, true);
    for (int i = 1; i <= ncolumn; i++)
        glp_set_col_kind(search->problem, i, GLP_CV);
    return found;
}

/* The cheapest table in which `cell` moves by exactly `by`. */
static bool find_witness(Search *search, int cell, double by)
{
    glp_smcp options;
    int sign, leader = merge_leader(&search->merge, cell, &sign);
    int column = search->merge.column[leader];
    by *= sign;
    if (by > search->up[leader] || -by > search->down[leader])
        return false;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.meth = GLP_DUALP;
    set_bounds(search->problem, column, by > 0 ? by : 0, by > 0 ? by : 0);
    set_bounds(search->problem, column + 1, by < 0 ? -by : 0, by < 0 ? -by : 0);
    if (glp_simplex(search->problem, &options) != 0) {
        glp_std_basis(search->problem);
        glp_simplex(search->problem, &options);
    }
    bool found = glp_get_status(search->problem) == GLP_OPT;
    if (found && !read_witness(search, false))
        found = scale_witness(search) || solve_whole(search);
    set_room(search, leader);
    return found;
}

/* The search without zeros, and the one with them, which is made when the first finds nothing. */
typedef struct {
    System *system;
    Search search[2];
} Protector;

/* Remembers how far each cell moves in a witness taken `times` over. */
static void note_moves(System *system, const double *move, double times)
{
    for (int i = 0; times != 0 && i < system->ncell; i++) {
        SystemCell *cell = &system->cells[i];
        double by = round(move[i]);
        if (by == 0)
            continue;
        cell->up = fmax(cell->up, by * times);
        cell->down = fmin(cell->down, by * times);
    }
}

/* Hides what the witness changes. Its multiples and its opposite are witnesses too, as far as there
 * is room. */
static void take_witness(Protector *protector, double *move)
{
    System *system = protector->system;
    for (int i = 0; i < system->ncell; i++)
        move[i] = round(move[i]);
    note_moves(system, move, most_times(system, move, 1));
    note_moves(system, move, -most_times(system, move, -1));
    for (int i = 0; i < system->ncell; i++) {
        if (round(move[i]) == 0 || system->cells[i].state != CELL_VISIBLE)
            continue;
        system->cells[i].state = CELL_HIDDEN;
        for (int zeros = 0; zeros < 2; zeros++) {
            Search *search = &protector->search[zeros];
            int sign, leader = search->problem ? merge_leader(&search->merge, i, &sign) : -1;
            if (leader < 0)
                continue;
            search->cost[leader] -= system->cells[i].cost;
            set_cost(search, leader);
        }
    }
}

/* Tries the wanted move, then smaller ones. */
static bool try_moves(Search *search, int index)
{
    const SystemCell *cell = &search->system->cells[index];
    const double moves[] = {fmin(cell->need, cell->room_up), 1, -1};
    int sign;
    if (merge_leader(&search->merge, index, &sign) < 0)
        return false;
    for (int i = cell->need == 1 ? 1 : 0; i < COUNT(moves); i++)
        if ((moves[i] > 0 && moves[i] <= cell->room_up) ||
            (moves[i] < 0 && -moves[i] <= cell->room_down))
            if (find_witness(search, index, moves[i]))
                return true;
    return false;
}

static bool protect_cell(Protector *protector, int index)
{
    for (int zeros = 0; zeros < 2; zeros++) {
        Search *search = &protector->search[zeros];
        if (!search->problem)
            *search = open_search(protector->system, zeros == 1);
        if (try_moves(search, index)) {
            take_witness(protector, search->move);
            return true;
        }
    }
    return false;
}

/* Whether witnesses have shown enough of a hidden cell. */
static bool is_protected(const SystemCell *cell)
{
    return cell->up - cell->down >= fmax(1, cell->need);
}

int system_protect(System *system)
{
    Protector protector = {.system = system};
    int failed = 0;
    glp_term_out(GLP_OFF);
    for (int pass = 0; pass < 2; pass++) /* the sensitive ones, then whatever else is hidden */
        for (int i = 0; i < system->ncell; i++) {
            const SystemCell *cell = &system->cells[i];
            if (cell->state == CELL_HIDDEN && !cell->guest && (cell->need > 0) == (pass == 0) &&
                !is_protected(cell) && !protect_cell(&protector, i))
                failed++;
        }
    for (int zeros = 0; zeros < 2; zeros++)
        if (protector.search[zeros].problem)
            glp_delete_prob(protector.search[zeros].problem);
    return failed;
}
