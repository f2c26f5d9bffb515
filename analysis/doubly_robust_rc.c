/* Repeated cross-sections: four cells (treated or not, before or after). dr is the locally
 * efficient estimator with an outcome model in each cell, as DRDID::drdid_rc computes it, the sign
 * of its pre-period outcome terms included. */
#include "analysis/doubly_robust.h"
#include "analysis/doubly_robust_parts.h"

#include <math.h>

/* A weighted mean Σ w v / Σ w and its part in the influence function. */
typedef struct {
    double *weight, *value;
    double total, mean;
} Cell;

enum { CONTROL_PRE, CONTROL_POST, TREAT_PRE, TREAT_POST, NCELL };

typedef struct {
    const RobustProblem *problem;
    Arena *arena;
    double *share, *keep;
    RobustFit propensity;
    RobustFit fit[NCELL];
    double *fitted[NCELL];
    double *influence;
} Work;

static bool in_cell(const RobustProblem *problem, int row, int cell)
{
    return (problem->treated[row] > 0.5) == (cell >= TREAT_PRE) &&
           (problem->post[row] > 0.5) == (cell % 2 == 1);
}

static bool fit_cell(Work *work, int cell)
{
    const RobustProblem *problem = work->problem;
    double *weight = arena_new(work->arena, double, problem->n);
    work->fitted[cell] = arena_new(work->arena, double, problem->n);
    for (int i = 0; i < problem->n; i++) {
        weight[i] = in_cell(problem, i, cell) ? robust_weight(problem, i) : 0.0;
        if (problem->method == ROBUST_DR_IMPROVED && cell <= CONTROL_POST)
            weight[i] *= work->share[i] / (1.0 - work->share[i]);
    }
    return robust_regress(problem, weight, work->arena, work->fitted[cell], &work->fit[cell]);
}

/* Weight of a row in the mean of a cell; the comparison cells are weighted towards the treated. */
static double cell_weight(const Work *work, int row, int cell)
{
    const RobustProblem *problem = work->problem;
    if (!in_cell(problem, row, cell))
        return 0.0;
    double weight = robust_weight(problem, row) * work->keep[row];
    return cell >= TREAT_PRE ? weight : weight * work->share[row] / (1.0 - work->share[row]);
}

/* Adds sign × the mean's influence; returns sign × the mean. */
static double add_mean(Work *work, Cell *cell, double sign)
{
    int n = work->problem->n;
    double sum = 0.0;
    cell->total = robust_mean(cell->weight, n);
    for (int i = 0; i < n; i++)
        sum += cell->weight[i] * cell->value[i];
    cell->mean = sum / n / cell->total;
    for (int i = 0; i < n; i++)
        work->influence[i] += sign * cell->weight[i] * (cell->value[i] - cell->mean) / cell->total;
    return sign * cell->mean;
}

static Cell open_cell(Work *work)
{
    int n = work->problem->n;
    return (Cell){arena_new(work->arena, double, n), arena_new(work->arena, double, n), 0.0, 0.0};
}

/* Mean of weight × residual × x over the cell, for the effect of the estimated propensity. */
static void add_propensity_effect(Work *work, const Cell *cell, double sign)
{
    int n = work->problem->n;
    double *weight = arena_new(work->arena, double, n),
           *moment = arena_new(work->arena, double, work->problem->p);
    for (int i = 0; i < n; i++)
        weight[i] = cell->weight[i] * (cell->value[i] - cell->mean);
    robust_moment(work->problem, weight, moment);
    robust_add_effect(work->problem, &work->propensity, moment, sign / cell->total, work->arena,
                      work->influence);
}

static void add_outcome_effect(Work *work, const Cell *cell, int model, double sign)
{
    double *moment = arena_new(work->arena, double, work->problem->p);
    robust_moment(work->problem, cell->weight, moment);
    robust_add_effect(work->problem, &work->fit[model], moment, sign / cell->total, work->arena,
                      work->influence);
}

/* (treat.post − treat.pre) − (control.post − control.pre) of y less the comparison model. */
static double add_cells(Work *work, bool adjusted)
{
    static const double SIGN[NCELL] = {+1.0, -1.0, -1.0, +1.0};
    const RobustProblem *problem = work->problem;
    bool nuisance = problem->method != ROBUST_DR_IMPROVED;
    double att = 0.0;
    for (int cell = 0; cell < NCELL; cell++) {
        Cell mean = open_cell(work);
        int model = cell % 2 ? CONTROL_POST : CONTROL_PRE;
        for (int i = 0; i < problem->n; i++) {
            mean.weight[i] = cell_weight(work, i, cell);
            mean.value[i] = problem->y[i] - (adjusted ? work->fitted[model][i] : 0.0);
        }
        att += add_mean(work, &mean, SIGN[cell]);
        if (nuisance && cell <= CONTROL_POST)
            add_propensity_effect(work, &mean, SIGN[cell]);
        /* DRDID enters both periods of a group with the sign of its post cell */
        if (nuisance && adjusted)
            add_outcome_effect(work, &mean, model, cell >= TREAT_PRE ? -1.0 : +1.0);
    }
    return att;
}

/* The locally efficient part: model differences averaged over all treated less over those seen in
 * the period. */
static double add_efficient(Work *work)
{
    const RobustProblem *problem = work->problem;
    double att = 0.0;
    for (int post = 1; post >= 0; post--) {
        int treat = post ? TREAT_POST : TREAT_PRE, control = post ? CONTROL_POST : CONTROL_PRE;
        double sign = post ? 1.0 : -1.0;
        Cell all = open_cell(work), seen = open_cell(work);
        for (int i = 0; i < problem->n; i++) {
            all.weight[i] = work->keep[i] * robust_weight(problem, i) * problem->treated[i];
            seen.weight[i] = in_cell(problem, i, treat) ? all.weight[i] : 0.0;
            all.value[i] = seen.value[i] = work->fitted[treat][i] - work->fitted[control][i];
        }
        att += add_mean(work, &all, sign) + add_mean(work, &seen, -sign);
        if (problem->method == ROBUST_DR_IMPROVED)
            continue;
        add_outcome_effect(work, &all, treat, sign);
        add_outcome_effect(work, &seen, treat, -sign);
        add_outcome_effect(work, &all, control, -sign);
        add_outcome_effect(work, &seen, control, sign);
    }
    return att;
}

/* reg: treated means by period less the mean prediction for all treated. */
static double add_regression(Work *work)
{
    const RobustProblem *problem = work->problem;
    double att = 0.0;
    for (int post = 1; post >= 0; post--) {
        double sign = post ? 1.0 : -1.0;
        int control = post ? CONTROL_POST : CONTROL_PRE;
        Cell seen = open_cell(work), all = open_cell(work);
        for (int i = 0; i < problem->n; i++) {
            all.weight[i] = robust_weight(problem, i) * problem->treated[i];
            seen.weight[i] =
                in_cell(problem, i, post ? TREAT_POST : TREAT_PRE) ? all.weight[i] : 0.0;
            seen.value[i] = problem->y[i];
            all.value[i] = work->fitted[control][i];
        }
        att += add_mean(work, &seen, sign) + add_mean(work, &all, -sign);
        add_outcome_effect(work, &all, control, -sign);
    }
    return att;
}

const char *robust_cross_sections(const RobustProblem *problem, Arena *arena, double *att,
                                  double *influence)
{
    Work work = {.problem = problem,
                 .arena = arena,
                 .share = arena_new(arena, double, problem->n),
                 .keep = arena_new(arena, double, problem->n),
                 .influence = influence};
    int count[NCELL] = {0};
    for (int i = 0; i < problem->n; i++) {
        influence[i] = 0.0;
        for (int cell = 0; cell < NCELL; cell++)
            count[cell] += in_cell(problem, i, cell);
    }
    for (int cell = 0; cell < NCELL; cell++)
        if (count[cell] == 0)
            return "empty group";
    if (problem->method != ROBUST_REG) {
        const char *note =
            robust_propensity(problem, arena, work.share, work.keep, &work.propensity);
        if (note)
            return note;
    }
    if (problem->method == ROBUST_IPW) {
        *att = add_cells(&work, false);
        return NULL;
    }
    int last = problem->method == ROBUST_REG ? CONTROL_POST : TREAT_POST;
    for (int cell = 0; cell <= last; cell++)
        if (!fit_cell(&work, cell))
            return "singular";
    *att = problem->method == ROBUST_REG ? add_regression(&work)
                                         : add_cells(&work, true) + add_efficient(&work);
    return NULL;
}
