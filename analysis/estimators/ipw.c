/* ipw: effect by weighting with the estimated probability of being treated.
 * Assumes no unmeasured common causes and overlap. The error counts that the probabilities were
 * estimated (M-estimation). Reference: Lunceford and Davidian (2004); Li, Morgan and Zaslavsky
 * (2018). METHODOLOGY.md: estimator-ipw. */
#include "analysis/linear/design.h"
#include "analysis/linear/logit.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"treated", OPTION_COLUMN, true, NULL, {"atbalstīts (0/1)", "treated (0/1)"}, false},
    {"x", OPTION_COLUMNS, true, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"estimand", OPTION_CHOICE, false, "att|ate|ato", {"kam vērtē ietekmi", "whose effect"}, false},
    {"trim",
     OPTION_NUMBER,
     false,
     "0",
     {"atmest varbūtības zem šīs un virs 1 mīnus šī",
      "drop probabilities below this and above 1 less this"},
     false},
};

typedef enum { ATT, ATE, ATO } Estimand;

/* Weight of a row and its derivative in the linear predictor. */
static void weigh(Estimand estimand, bool treated, double e, double *weight, double *slope)
{
    double odds = e / (1.0 - e);
    switch (estimand) {
    case ATT:
        *weight = treated ? 1.0 : odds;
        *slope = treated ? 0.0 : odds;
        break;
    case ATE:
        *weight = treated ? 1.0 / e : 1.0 / (1.0 - e);
        *slope = treated ? -1.0 / odds : odds;
        break;
    default:
        *weight = treated ? 1.0 - e : e;
        *slope = treated ? -e * (1.0 - e) : e * (1.0 - e);
    }
}

typedef struct {
    int n, p;
    const double *x, *y, *treated;
    double *share, *weight, *slope;
    bool *kept;
    double mean[2], total[2], squares[2];
} Work;

static void find_means(Work *work)
{
    for (int g = 0; g < 2; g++)
        work->mean[g] = work->total[g] = work->squares[g] = 0.0;
    for (int i = 0; i < work->n; i++) {
        int g = work->treated[i] > 0.5;
        if (!work->kept[i])
            continue;
        work->mean[g] += work->weight[i] * work->y[i];
        work->total[g] += work->weight[i];
        work->squares[g] += work->weight[i] * work->weight[i];
    }
    for (int g = 0; g < 2; g++)
        work->mean[g] /= work->total[g];
}

/* Influence of a row: its own part and, through the logit, the part of the estimated weights. */
static double find_se(const Work *work, Arena *arena)
{
    int n = work->n, p = work->p;
    double *spread = arena_new(arena, double, n + 1), *moment = arena_new(arena, double, p + 1),
           sum = 0.0;
    for (int i = 0; i < n; i++) {
        int g = work->treated[i] > 0.5;
        spread[i] = work->share[i] * (1.0 - work->share[i]);
        double part = work->kept[i] ? (g ? 1.0 : -1.0) * work->slope[i] *
                                          (work->y[i] - work->mean[g]) / work->total[g]
                                    : 0.0;
        for (int j = 0; j < p; j++)
            moment[j] += part * work->x[(size_t)j * (size_t)n + (size_t)i];
    }
    Fit fit;
    Problem problem = {n, p, work->x, work->treated, spread, true};
    fit_least_squares(&problem, arena, &fit);
    if (fit.rank < p)
        return NAN;
    double *half = arena_new(arena, double, p + 1), *v = arena_new(arena, double, p + 1);
    for (int k = 0; k < p; k++)
        for (int j = 0; j <= k; j++)
            half[k] += fit.root[k * p + j] * moment[j];
    for (int k = 0; k < p; k++)
        for (int j = 0; j <= k; j++)
            v[j] += fit.root[k * p + j] * half[k];
    for (int i = 0; i < n; i++) {
        int g = work->treated[i] > 0.5;
        double psi = work->kept[i] ? (g ? 1.0 : -1.0) * work->weight[i] *
                                         (work->y[i] - work->mean[g]) / work->total[g]
                                   : 0.0;
        for (int j = 0; j < p; j++)
            psi += (work->treated[i] - work->share[i]) *
                   work->x[(size_t)j * (size_t)n + (size_t)i] * v[j];
        sum += psi * psi;
    }
    return sqrt(sum);
}

/* Share of pairs in which the treated row has the higher probability. */
static double find_auc(const Work *work, Arena *arena)
{
    double *rank = arena_new(arena, double, work->n + 1), sum = 0.0, n1 = 0.0;
    statistic_ranks(work->share, work->n, rank, arena);
    for (int i = 0; i < work->n; i++)
        if (work->treated[i] > 0.5) {
            sum += rank[i];
            n1 += 1.0;
        }
    return (sum - n1 * (n1 + 1.0) / 2.0) / (n1 * (work->n - n1));
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column **x = NULL, *treated = spec_column(spec, frame, "treated");
    int n = frame->nrow, nx = spec_columns(spec, frame, "x", arena, &x), ntrimmed = 0;
    if (!column_check_binary(frame, treated, diag))
        return false;
    Design design = design_build(frame, spec, x, nx, true, 0, arena);
    Work work = {.n = n,
                 .p = design.nterm,
                 .x = design.x,
                 .y = spec_column(spec, frame, "y")->x,
                 .treated = treated->x,
                 .share = arena_new(arena, double, n + 1),
                 .weight = arena_new(arena, double, n + 1),
                 .slope = arena_new(arena, double, n + 1),
                 .kept = arena_new(arena, bool, n + 1)};
    double *beta = arena_new(arena, double, design.nterm + 1), trim = spec_number(spec, "trim");
    LogitState state =
        logit_fit(design.x, n, design.nterm, treated->x, NULL, arena, work.share, beta);
    Estimand estimand = spec_is(spec, "estimand", "ate")   ? ATE
                        : spec_is(spec, "estimand", "ato") ? ATO
                                                           : ATT;
    for (int i = 0; i < n; i++) {
        weigh(estimand, treated->x[i] > 0.5, work.share[i], &work.weight[i], &work.slope[i]);
        work.kept[i] = !(trim > 0.0) || (work.share[i] >= trim && work.share[i] <= 1.0 - trim);
        ntrimmed += !work.kept[i];
    }
    find_means(&work);
    bool good = state == LOGIT_DONE && work.total[0] > 0.0 && work.total[1] > 0.0;
    Estimate *row = statistic_row(out, "effect", n - ntrimmed);
    if (good) {
        row->estimate = work.mean[1] - work.mean[0];
        row->se = find_se(&work, arena);
        estimate_infer(out, row, spec->conf);
    } else
        estimate_note(out, row, state == LOGIT_DONE ? "empty group" : logit_note(state));
    if (ntrimmed)
        estimate_note(out, row, arena_format(arena, "trimmed=%d", ntrimmed));
    const char *const names[] = {"ess_control", "ess_treated"};
    for (int g = 1; g >= 0; g--)
        statistic_row(out, names[g], n - ntrimmed)->estimate =
            good ? work.total[g] * work.total[g] / work.squares[g] : NAN;
    statistic_row(out, "auc", n)->estimate = good ? find_auc(&work, arena) : NAN;
    return true;
}

const Estimator estimator_ipw = {
    .id = "ipw",
    .title = {"Svēršana ar varbūtību", "Inverse probability weighting"},
    .estimates = {"ietekmi, ja atbalstu izskaidro izmērītās pazīmes",
                  "the effect when measured covariates explain who is treated"},
    .assumptions = {"nav neizmērītu kopīgu cēloņu; grupas pārklājas",
                    "no unmeasured common causes; groups overlap"},
    .formula =
        "difference of weighted means; logit probabilities; sandwich se with their estimation",
    .reference = "Lunceford & Davidian (2004), Stat. Med. 23; Li, Morgan & Zaslavsky (2018)",
    .terms = "effect, ess_treated, ess_control, auc",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "effect",
    .run = run,
};
