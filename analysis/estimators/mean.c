/* mean: design-based mean and total with Taylor linearisation, also by domain; design effect
 * against simple random sampling with replacement of the same size.
 * Assumes the design described (weights, strata, primary sampling units) is the one that was drawn.
 * Reference: Lumley (2010), Complex Surveys; survey::svymean. METHODOLOGY.md: estimator-mean. */
#include "analysis/survey_design.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"mainīgais", "variable"}, false},
    {"by", OPTION_GROUP, false, NULL, {"grupas (domēni)", "domains"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"strata", OPTION_GROUP, false, NULL, {"slāņi", "strata"}, false},
    {"psu",
     OPTION_GROUP,
     false,
     NULL,
     {"primārās izlases vienības", "primary sampling units"},
     false},
    {"fpc",
     OPTION_COLUMN,
     false,
     NULL,
     {"slāņa lielums populācijā", "population size of the stratum"},
     false},
    {"lonely",
     OPTION_CHOICE,
     false,
     "adjust|remove|average|fail",
     {"slānis ar vienu vienību", "strata with one unit"},
     false},
};

typedef struct {
    const SurveyDesign *design;
    const Spec *spec;
    const double *y;
    const double *domain; /* codes, or NULL */
    Arena *arena;
    EstimateList *out;
} Work;

static bool in_domain(const Work *work, int row, int level)
{
    return level < 0 || (int)work->domain[row] == level;
}

static Estimate *add_row(const Work *work, const char *name, const char *level, int n)
{
    Estimate *row =
        level ? estimate_addf(work->out, "%s[%s]", name, level) : estimate_add(work->out, name);
    row->n = n;
    row->n_clusters = work->design->has_psu ? work->design->npsu : 0;
    return row;
}

static void infer(const Work *work, Estimate *row, double variance)
{
    row->df = work->design->df;
    if (isnan(variance))
        estimate_note(work->out, row, "lonely psu");
    else if (row->df < 1)
        estimate_note(work->out, row, work->design->has_psu ? "psu<2" : "n<2");
    else {
        row->se = sqrt(variance);
        estimate_infer(work->out, row, work->spec->conf);
    }
    if (work->design->has_weight)
        estimate_note(work->out, row, "probability weights");
}

static void estimate_domain(const Work *work, const char *label, int level)
{
    const SurveyDesign *design = work->design;
    double weights = 0.0, sum = 0.0, squares = 0.0;
    double *z = arena_new(work->arena, double, design->nrow + 1);
    double *t = arena_new(work->arena, double, design->nrow + 1);
    int n = 0;
    for (int i = 0; i < design->nrow; i++)
        if (in_domain(work, i, level)) {
            weights += design->weight[i];
            t[i] = design->weight[i] * work->y[i];
            sum += t[i];
            n++;
        }
    double mean = sum / weights;
    for (int i = 0; i < design->nrow; i++)
        if (in_domain(work, i, level)) {
            z[i] = design->weight[i] * (work->y[i] - mean) / weights;
            squares += design->weight[i] * (work->y[i] - mean) * (work->y[i] - mean);
        }
    double variance = survey_design_variance(design, z, work->arena);
    Estimate *row = add_row(work, "mean", label, n);
    row->estimate = mean;
    infer(work, row, variance);
    row = add_row(work, "total", label, n);
    row->estimate = sum;
    infer(work, row, survey_design_variance(design, t, work->arena));
    row = add_row(work, "deff", label, n);
    if (n > 1 && squares > 0.0 && !isnan(variance) && design->df >= 1)
        row->estimate = variance / (squares / weights / (n - 1.0));
    else
        estimate_note(work->out, row, squares > 0.0 ? "n<2" : "zero variance");
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    SurveyDesign design;
    if (!survey_design_open(&rows, spec, arena, diag, &design))
        return false;
    const Column *by = spec_column(spec, &rows, "by");
    Work work = {&design, spec, spec_column(spec, &rows, "y")->x, by ? by->x : NULL, arena, out};
    estimate_domain(&work, NULL, -1);
    for (int level = 0; by && level < by->nlevel; level++)
        estimate_domain(&work, by->level[level], level);
    return true;
}

const Estimator estimator_mean = {
    .id = "mean",
    .title = {"Vidējais pēc izlases plāna", "Design-based mean"},
    .estimates = {"vidējo vērtību un kopsummu populācijā, arī pa grupām",
                  "the mean and total in the population, also by domain"},
    .assumptions = {"izlases plāns (svari, slāņi, vienības) ir aprakstīts tā, kā tas īstenots",
                    "the design (weights, strata, units) is described as it was carried out"},
    .formula = "mean = sum w y / sum w; variance of the linearised residuals between units in "
               "strata; df = psu - strata",
    .reference =
        "Lumley (2010), Complex Surveys; R survey::svymean, svytotal (deff with replacement)",
    .terms = "mean, total, deff; mean[level], total[level], deff[level]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
