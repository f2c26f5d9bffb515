/* proportion: the share of ones with an interval that is right for small numbers; with a design by
 * the effective sample size of Korn and Graubard.
 * Assumes the design described is the one drawn. Reference: Brown, Cai and DasGupta (2001); Korn
 * and Graubard (1998). METHODOLOGY.md: estimator-proportion. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"
#include "analysis/survey_design.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums (0/1)", "outcome (0/1)"}, false},
    {"by", OPTION_GROUP, false, NULL, {"grupas (domēni)", "domains"}, false},
    {"method",
     OPTION_CHOICE,
     false,
     "wilson|clopper_pearson|agresti_coull",
     {"intervāls", "interval"},
     false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"strata", OPTION_GROUP, false, NULL, {"slāņi", "strata"}, false},
    {"psu",
     OPTION_GROUP,
     false,
     NULL,
     {"primārās izlases vienības", "primary sampling units"},
     false},
};

typedef struct {
    const SurveyDesign *design;
    const Spec *spec;
    const double *y, *domain;
    bool designed; /* weights, strata or units were named */
    Arena *arena;
    EstimateList *out;
} Work;

static void interval(const Work *work, double share, double n, Estimate *row)
{
    double z = distribution_normal_quantile(0.5 + work->spec->conf / 2.0), x = share * n;
    if (spec_is(work->spec, "method", "clopper_pearson"))
        distribution_clopper_pearson(x, n, work->spec->conf, &row->ci_low, &row->ci_high);
    else if (spec_is(work->spec, "method", "agresti_coull")) {
        double more = n + z * z, centre = (x + z * z / 2.0) / more;
        double reach = z * sqrt(centre * (1.0 - centre) / more);
        row->ci_low = fmax(0.0, centre - reach);
        row->ci_high = fmin(1.0, centre + reach);
    } else
        distribution_wilson(x, n, work->spec->conf, &row->ci_low, &row->ci_high);
}

/* Rows that would carry the same information if drawn at random, with the degrees of freedom. */
static double effective_n(const Work *work, double share, double variance, int n)
{
    double tail = 0.5 + work->spec->conf / 2.0, df = work->design->df;
    if (!work->designed || n < 2)
        return n;
    double size = share * (1.0 - share) / variance;
    double ratio = distribution_t_quantile(tail, n - 1.0) / distribution_t_quantile(tail, df);
    return size * ratio * ratio;
}

static void estimate_domain(const Work *work, const char *label, int level)
{
    const SurveyDesign *design = work->design;
    double weights = 0.0, sum = 0.0;
    double *z = arena_new(work->arena, double, design->nrow + 1);
    int n = 0;
    for (int i = 0; i < design->nrow; i++)
        if (level < 0 || (int)work->domain[i] == level) {
            weights += design->weight[i];
            sum += design->weight[i] * work->y[i];
            n++;
        }
    double share = sum / weights;
    for (int i = 0; i < design->nrow; i++)
        if (level < 0 || (int)work->domain[i] == level)
            z[i] = design->weight[i] * (work->y[i] - share) / weights;
    Estimate *row = label ? estimate_addf(work->out, "proportion[%s]", label)
                          : estimate_add(work->out, "proportion");
    row->n = n;
    row->n_clusters = design->has_psu ? design->npsu : 0;
    row->estimate = share;
    double variance = survey_design_variance(design, z, work->arena);
    if (!work->designed)
        row->se = sqrt(share * (1.0 - share) / n);
    else if (design->df >= 1.0 && !isnan(variance)) {
        row->se = sqrt(variance);
        row->df = design->df;
    } else
        estimate_note(work->out, row, design->df < 1.0 ? "psu<2" : "lonely psu");
    if (work->designed && design->has_weight)
        estimate_note(work->out, row, "probability weights");
    if (work->designed && !(row->se > 0.0)) {
        estimate_note(work->out, row, "zero variance");
        return;
    }
    interval(work, share, effective_n(work, share, variance, n), row);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    SurveyDesign design;
    if (!survey_design_open(&rows, spec, arena, diag, &design))
        return false;
    const Column *y = spec_column(spec, &rows, "y"), *by = spec_column(spec, &rows, "by");
    if (!column_check_binary(&rows, y, diag))
        return false;
    bool designed =
        spec_text(spec, "weights") || spec_text(spec, "psu") || spec_text(spec, "strata");
    Work work = {&design, spec, y->x, by ? by->x : NULL, designed, arena, out};
    estimate_domain(&work, NULL, -1);
    for (int level = 0; by && level < by->nlevel; level++)
        estimate_domain(&work, by->level[level], level);
    return true;
}

const Estimator estimator_proportion = {
    .id = "proportion",
    .title = {"Īpatsvars", "Proportion"},
    .estimates = {"pazīmes īpatsvaru populācijā, arī pa grupām",
                  "the share with a property in the population, also by domain"},
    .assumptions = {"izlases plāns ir aprakstīts tā, kā tas īstenots",
                    "the design is described as it was carried out"},
    .formula = "x/n; Wilson, Clopper-Pearson or Agresti-Coull; with a design n is p(1-p)/var(p) "
               "(t_{n-1}/t_df)^2",
    .reference = "Brown, Cai & DasGupta (2001), Stat. Sci. 16; Korn & Graubard (1998)",
    .terms = "proportion, proportion[level]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
