/* linear: least squares with classical, heteroskedasticity- and cluster-robust errors.
 * Assumes the mean of y is linear in x and clusters (rows without them) are independent.
 * Reference: Pustejovsky and Tipton (2018), JBES 36; MacKinnon and White (1985).
 * METHODOLOGY.md: estimator-linear. */
#include "analysis/linear/regression.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"x", OPTION_COLUMNS, false, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"absorb", OPTION_GROUPS, false, NULL, {"fiksētie efekti", "fixed effects taken out"}, false},
    {"cluster", OPTION_GROUP, false, NULL, {"kopas (klasteri)", "clusters"}, false},
    {"vcov",
     OPTION_CHOICE,
     false,
     "classical|hc0|hc1|hc2|hc3|cr0|cr1|cr2",
     {"dispersija; ar kopām cr2", "variance; cr2 with clusters"},
     false},
};

static void add_fit_rows(const Regression *fitted, EstimateList *out)
{
    int n = fitted->problem.nrow, left = n - fitted->fit.rank - fitted->nabsorbed;
    Estimate *row = estimate_add(out, "r_squared");
    row->n = n;
    if (fitted->tss > 0.0)
        row->estimate = 1.0 - fitted->fit.rss / fitted->tss;
    else
        estimate_note(out, row, "zero variance");
    row = estimate_add(out, "sigma");
    row->n = n;
    row->df = left;
    if (left > 0)
        row->estimate = sqrt(fitted->fit.rss / left);
    else
        estimate_note(out, row, "no residual degrees of freedom");
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    RegressionSpec regression = {0};
    const Column **x = NULL, **absorb = NULL;
    if (!regression_kind(spec, diag, &regression.kind) ||
        !design_weights(&rows, spec, arena, diag, &regression.weight))
        return false;
    int nx = spec_columns(spec, &rows, "x", arena, &x);
    regression.nabsorb = spec_columns(spec, &rows, "absorb", arena, &absorb);
    bool intercept = spec_is(spec, "intercept", "yes") && regression.nabsorb == 0;
    Design design = design_build(&rows, spec, x, nx, intercept, 0, arena);
    regression.design = &design;
    regression.y = spec_column(spec, &rows, "y")->x;
    regression.absorb = absorb;
    regression.cluster = spec_column(spec, &rows, "cluster");
    Regression fitted;
    regression_run(&regression, arena, &fitted);
    for (int j = 0; j < design.nterm; j++)
        regression_row(&fitted, j, design.term[j], spec->conf, out);
    add_fit_rows(&fitted, out);
    return true;
}

const Estimator estimator_linear = {
    .id = "linear",
    .title = {"Lineārā regresija", "Linear regression"},
    .estimates = {"iznākuma vidējās vērtības sakaru ar paskaidrojošajām kolonnām",
                  "how the mean of the outcome goes with the covariates"},
    .assumptions =
        {"sakars ir lineārs; kopas (bez tām – rindas) ir neatkarīgas; cēloņsakarību neapgalvo",
         "the mean is linear in the covariates; clusters (rows without them) are "
         "independent; nothing is claimed on causes"},
    .formula =
        "b = (X'WX)^-1 X'Wy; cr2: V = M (sum_j X_j'W_jA_je_je_j'A_jW_jX_j) M, A_j = B_j^(-1/2), "
        "Satterthwaite df; cr1: G/(G-1) (N-1)/(N-K)",
    .reference = "Pustejovsky & Tipton (2018), JBES 36(4); MacKinnon & White (1985)",
    .terms = "(intercept), column, column[level]; r_squared, sigma",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
