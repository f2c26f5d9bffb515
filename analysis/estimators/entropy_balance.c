/* entropy_balance: comparison rows weighted so that their means equal those of the treated, as
 * little as needed. Assumes no unmeasured common causes. Reference: Hainmueller (2012), Political
 * Analysis 20; Zhao and Percival (2017). METHODOLOGY.md: estimator-entropy_balance. */
#include "analysis/linear/design.h"
#include "analysis/linear/least_squares.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"treated", OPTION_COLUMN, true, NULL, {"atbalstīts (0/1)", "treated (0/1)"}, false},
    {"x", OPTION_COLUMNS, true, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
};

typedef struct {
    int n, p;
    const double *x, *y, *treated; /* x with the constant, centred and scaled */
    double *weight;                /* of comparison rows; their sum is the number of treated */
} Work;

static double x_of(const Work *work, int i, int j)
{
    return work->x[(size_t)j * (size_t)work->n + (size_t)i];
}

/* Columns centred at the treated and divided by their spread: the solution does not change. */
static void scale_design(Design *design, const double *treated)
{
    int n = design->nrow;
    for (int j = 1; j < design->nterm; j++) {
        double *x = design->x + (size_t)j * (size_t)n, sum = 0.0, count = 0.0;
        for (int i = 0; i < n; i++) {
            sum += treated[i] * x[i];
            count += treated[i];
        }
        double spread = sqrt(statistic_squares(x, n) / n);
        for (int i = 0; i < n; i++)
            x[i] = (x[i] - sum / count) / (spread > 0.0 ? spread : 1.0);
    }
}

/* Newton on Σ_0 exp(x'l) x = Σ_1 x; each step a weighted least-squares fit. */
static const char *balance(Work *work, Arena *arena)
{
    int n = work->n, p = work->p;
    double *lambda = arena_new(arena, double, p + 1), *z = arena_new(arena, double, n + 1);
    double *w = arena_new(arena, double, n + 1);
    for (int round = 0; round < 200; round++) {
        double most = 0.0, limit = 0.0;
        for (int i = 0; i < n; i++) {
            double eta = 0.0;
            for (int j = 0; j < p; j++)
                eta += x_of(work, i, j) * lambda[j];
            bool treated = work->treated[i] > 0.5;
            work->weight[i] = treated ? 0.0 : exp(eta);
            w[i] = treated ? 1e-14 : work->weight[i];
            z[i] = treated ? 1e14 : -1.0;
        }
        ArenaMark mark = arena_mark(arena);
        Fit fit;
        Problem problem = {n, p, work->x, z, w, false};
        fit_least_squares(&problem, arena, &fit);
        bool full = fit.rank == p;
        for (int j = 0; j < p && full; j++)
            most = fmax(most, fabs(fit.beta[j]));
        limit = most > 2.0 ? 2.0 / most : 1.0;
        for (int j = 0; j < p && full; j++)
            lambda[j] += limit * fit.beta[j];
        arena_release(arena, mark);
        if (!full)
            return round == 0 ? "singular" : "not converged";
        if (most < 1e-12)
            return NULL;
    }
    return "not converged";
}

static double find_se(const Work *work, double effect, double n1, Arena *arena)
{
    int n = work->n;
    double sum = 0.0;
    Fit fit;
    Problem problem = {n, work->p, work->x, work->y, work->weight, false};
    fit_least_squares(&problem, arena, &fit);
    for (int i = 0; i < n; i++) {
        double psi =
            work->treated[i] > 0.5 ? fit.residual[i] - effect : -work->weight[i] * fit.residual[i];
        sum += psi * psi;
    }
    return sqrt(sum) / n1;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column **x = NULL, *treated = spec_column(spec, frame, "treated");
    int n = frame->nrow, nx = spec_columns(spec, frame, "x", arena, &x);
    if (!column_check_binary(frame, treated, diag))
        return false;
    Design design = design_build(frame, spec, x, nx, true, 0, arena);
    Work work = {n,          design.nterm,
                 design.x,   spec_column(spec, frame, "y")->x,
                 treated->x, arena_new(arena, double, n + 1)};
    double n1 = 0.0, mean1 = 0.0, mean0 = 0.0, squares = 0.0, most = 0.0;
    for (int i = 0; i < n; i++) {
        n1 += treated->x[i];
        mean1 += treated->x[i] * work.y[i];
    }
    Estimate *row = statistic_row(out, "effect", n);
    scale_design(&design, treated->x);
    const char *note = n1 > 0.0 && n1 < n ? balance(&work, arena) : "empty group";
    for (int i = 0; i < n && !note; i++) {
        mean0 += work.weight[i] * work.y[i] / n1;
        squares += work.weight[i] * work.weight[i];
        most = fmax(most, work.weight[i]);
    }
    if (note)
        estimate_note(out, row, note);
    else {
        row->estimate = mean1 / n1 - mean0;
        row->se = find_se(&work, row->estimate, n1, arena);
        estimate_infer(out, row, spec->conf);
    }
    row = statistic_row(out, "ess_control", n);
    row->estimate = note ? NAN : n1 * n1 / squares;
    row = statistic_row(out, "max_weight", n);
    row->estimate = note ? NAN : most * (n - n1) / n1;
    return true;
}

const Estimator estimator_entropy_balance = {
    .id = "entropy_balance",
    .title = {"Entropijas līdzsvarošana", "Entropy balancing"},
    .estimates = {"ietekmi uz atbalstītajiem, salīdzināmos sverot līdz vienādiem vidējiem",
                  "the effect on the treated, comparison rows weighted to equal means"},
    .assumptions = {"nav neizmērītu kopīgu cēloņu", "no unmeasured common causes"},
    .formula = "w = exp(x'l) with sum_0 w x = sum_1 x; effect = mean_1 y - sum_0 w y/n1; se from "
               "the influence function",
    .reference = "Hainmueller (2012), Political Analysis 20; Zhao & Percival (2017)",
    .terms = "effect, ess_control, max_weight",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "effect",
    .run = run,
};
