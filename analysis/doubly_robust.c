/* Shared pieces of the 2 × 2 estimators and those of a panel; cross-sections are in
 * doubly_robust_rc.c. Names follow the paper: w are weights, eta means, M derivatives. */
#include "analysis/doubly_robust.h"

#include "analysis/doubly_robust_parts.h"
#include "analysis/linear/logit.h"

#include <math.h>
#include <string.h>

static const double TRIM = 0.995; /* comparison units above this probability are left out */

double robust_x(const RobustProblem *problem, int row, int term)
{
    return problem->x[(size_t)term * (size_t)problem->n + (size_t)row];
}

double robust_weight(const RobustProblem *problem, int row)
{
    return problem->weight ? problem->weight[row] : 1.0;
}

double robust_mean(const double *values, int n)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += values[i];
    return sum / n;
}

bool robust_regress(const RobustProblem *problem, const double *weight, Arena *arena,
                    double *fitted, RobustFit *fit)
{
    int n = problem->n, p = problem->p;
    Problem least = {n, p, problem->x, problem->y, weight, true};
    Fit squares;
    fit_least_squares(&least, arena, &squares);
    if (squares.rank < p)
        return false;
    fit->root = squares.root;
    fit->score = arena_new(arena, double, n);
    for (int i = 0; i < n; i++) {
        fitted[i] = 0.0;
        for (int j = 0; j < p; j++)
            fitted[i] += robust_x(problem, i, j) * squares.beta[j];
        fit->score[i] = weight[i] * (problem->y[i] - fitted[i]);
    }
    return true;
}

void robust_moment(const RobustProblem *problem, const double *weight, double *moment)
{
    for (int j = 0; j < problem->p; j++) {
        moment[j] = 0.0;
        for (int i = 0; i < problem->n; i++)
            moment[j] += weight[i] * robust_x(problem, i, j);
        moment[j] /= problem->n;
    }
}

void robust_add_effect(const RobustProblem *problem, const RobustFit *fit, const double *moment,
                       double factor, Arena *arena, double *influence)
{
    int n = problem->n, p = problem->p;
    double *half = arena_new(arena, double, p), *v = arena_new(arena, double, p);
    for (int k = 0; k < p; k++) /* half = L'm, v = n L half */
        for (int j = 0; j <= k; j++)
            half[k] += fit->root[k * p + j] * moment[j];
    for (int k = 0; k < p; k++)
        for (int j = 0; j <= k; j++)
            v[j] += n * fit->root[k * p + j] * half[k];
    for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int j = 0; j < p; j++)
            sum += robust_x(problem, i, j) * v[j];
        influence[i] += factor * fit->score[i] * sum;
    }
}

/* Inverse probability tilting: Σ w [D x − (1 − D) exp(x'g) x] = 0 (Graham, Pinto and Egel 2012). */
static const char *tilt(const RobustProblem *problem, Arena *arena, double *share)
{
    int n = problem->n, p = problem->p;
    double *beta = arena_new(arena, double, p), *w = arena_new(arena, double, n),
           *z = arena_new(arena, double, n);
    LogitState state =
        logit_fit(problem->x, n, p, problem->treated, problem->weight, arena, share, beta);
    if (state != LOGIT_DONE)
        return logit_note(state);
    for (int round = 0; round < 100; round++) {
        double most = 0.0;
        for (int i = 0; i < n; i++) {
            double eta = 0.0, d = problem->treated[i];
            for (int j = 0; j < p; j++)
                eta += robust_x(problem, i, j) * beta[j];
            share[i] = 1.0 / (1.0 + exp(-eta));
            /* the treated enter the gradient alone: their tiny weight takes no part in the Hessian
             */
            w[i] = robust_weight(problem, i) * (d > 0.5 ? 1e-14 : exp(eta));
            z[i] = d > 0.5 ? 1e14 : -1.0;
        }
        ArenaMark mark = arena_mark(arena);
        Problem least = {n, p, problem->x, z, w, false};
        Fit step;
        fit_least_squares(&least, arena, &step);
        for (int j = 0; j < p && step.rank == p; j++) {
            most = fmax(most, fabs(step.beta[j]) / (1.0 + fabs(beta[j])));
            beta[j] += fmin(5.0, fmax(-5.0, step.beta[j]));
        }
        bool full = step.rank == p;
        arena_release(arena, mark);
        if (!full || !isfinite(most))
            return "not converged";
        if (most < 1e-11)
            return NULL;
    }
    return "not converged";
}

const char *robust_propensity(const RobustProblem *problem, Arena *arena, double *share,
                              double *keep, RobustFit *fit)
{
    int n = problem->n, p = problem->p;
    double *beta = arena_new(arena, double, p), *w = arena_new(arena, double, n);
    const char *note = NULL;
    if (problem->method == ROBUST_DR_IMPROVED)
        note = tilt(problem, arena, share);
    else
        note = logit_note(
            logit_fit(problem->x, n, p, problem->treated, problem->weight, arena, share, beta));
    if (note)
        return note;
    for (int i = 0; i < n; i++) {
        share[i] = fmin(share[i], 1.0 - 1e-6);
        w[i] = robust_weight(problem, i) * share[i] * (1.0 - share[i]);
        keep[i] = problem->treated[i] > 0.5 || share[i] < TRIM;
    }
    Problem least = {n, p, problem->x, problem->treated, w, true};
    Fit squares;
    fit_least_squares(&least, arena, &squares);
    if (squares.rank < p)
        return "singular";
    fit->root = squares.root;
    fit->score = arena_new(arena, double, n);
    for (int i = 0; i < n; i++)
        fit->score[i] = robust_weight(problem, i) * (problem->treated[i] - share[i]);
    return NULL;
}

/* Weights of the treated and of the comparison units. */
static void panel_weights(const RobustProblem *problem, const double *share, const double *keep,
                          double *treat, double *control)
{
    for (int i = 0; i < problem->n; i++) {
        double w = robust_weight(problem, i), d = problem->treated[i];
        treat[i] = w * d;
        control[i] = problem->method == ROBUST_REG
                         ? w * d
                         : keep[i] * w * share[i] * (1.0 - d) / (1.0 - share[i]);
    }
}

static const char *panel_regression(const RobustProblem *problem, const double *share, Arena *arena,
                                    double *fitted, RobustFit *fit)
{
    double *w = arena_new(arena, double, problem->n);
    for (int i = 0; i < problem->n; i++) {
        w[i] = robust_weight(problem, i) * (1.0 - problem->treated[i]);
        if (problem->method == ROBUST_DR_IMPROVED)
            w[i] *= share[i] / (1.0 - share[i]);
    }
    return robust_regress(problem, w, arena, fitted, fit) ? NULL : "singular";
}

static const char *panel_att(const RobustProblem *problem, Arena *arena, double *att,
                             double *influence)
{
    int n = problem->n, p = problem->p;
    RobustMethod method = problem->method;
    double *share = arena_new(arena, double, n), *keep = arena_new(arena, double, n);
    double *fitted = arena_new(arena, double, n), *treat = arena_new(arena, double, n);
    double *control = arena_new(arena, double, n), *work = arena_new(arena, double, n);
    double *moment = arena_new(arena, double, p);
    RobustFit propensity, outcome;
    const char *note = NULL;
    if (method != ROBUST_REG)
        note = robust_propensity(problem, arena, share, keep, &propensity);
    if (!note && method != ROBUST_IPW)
        note = panel_regression(problem, share, arena, fitted, &outcome);
    if (note)
        return note;
    panel_weights(problem, share, keep, treat, control);
    double mean_treat = robust_mean(treat, n), mean_control = robust_mean(control, n);
    if (!(mean_treat > 0.0) || !(mean_control > 0.0))
        return "empty group";
    double eta_treat = 0.0, eta_control = 0.0;
    for (int i = 0; i < n; i++) {
        double residual = method == ROBUST_REG ? problem->y[i] : problem->y[i] - fitted[i];
        eta_treat += treat[i] * residual;
        eta_control += control[i] * (method == ROBUST_REG ? fitted[i] : residual);
    }
    eta_treat /= n * mean_treat;
    eta_control /= n * mean_control;
    *att = eta_treat - eta_control;
    for (int i = 0; i < n; i++) {
        double residual = method == ROBUST_REG ? problem->y[i] : problem->y[i] - fitted[i];
        influence[i] = treat[i] * (residual - eta_treat) / mean_treat -
                       control[i] * ((method == ROBUST_REG ? fitted[i] : residual) - eta_control) /
                           mean_control;
    }
    if (method == ROBUST_DR_IMPROVED) /* its nuisance parameters have no first-order effect */
        return NULL;
    if (method != ROBUST_REG) {
        for (int i = 0; i < n; i++)
            work[i] = control[i] * (problem->y[i] - fitted[i] - eta_control);
        robust_moment(problem, work, moment);
        robust_add_effect(problem, &propensity, moment, -1.0 / mean_control, arena, influence);
    }
    if (method != ROBUST_IPW) {
        robust_moment(problem, control, moment);
        robust_add_effect(problem, &outcome, moment,
                          (method == ROBUST_REG ? -1.0 : 1.0) / mean_control, arena, influence);
    }
    if (method == ROBUST_DR) {
        robust_moment(problem, treat, moment);
        robust_add_effect(problem, &outcome, moment, -1.0 / mean_treat, arena, influence);
    }
    return NULL;
}

const char *robust_att(const RobustProblem *problem, Arena *arena, double *att, double *influence)
{
    *att = NAN;
    return problem->post ? robust_cross_sections(problem, arena, att, influence)
                         : panel_att(problem, arena, att, influence);
}
