/* mixed: linear regression with random community levels (and one random slope).
 * Assumes normal random effects independent of x. Reference: Bates and others (2015), lme4;
 * Kuznetsova and others (2017), lmerTest. METHODOLOGY.md: estimator-mixed. */
#include "analysis/linear/mixed_model.h"

#include "analysis/linear/design.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"x", OPTION_COLUMNS, false, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"cluster", OPTION_GROUP, true, NULL, {"kopas (klasteri)", "clusters"}, false},
    {"slope",
     OPTION_COLUMN,
     false,
     NULL,
     {"kolonna ar nejaušu slīpumu", "column with a random slope"},
     false},
    {"method", OPTION_CHOICE, false, "reml|ml", {"metode", "method"}, false},
};

static void add_parameter(EstimateList *out, const char *term, int n, int clusters, double value,
                          const char *note)
{
    Estimate *row = statistic_row(out, term, n);
    row->n_clusters = clusters;
    row->estimate = note ? NAN : value;
    estimate_note(out, row, note);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    const Column **x = NULL, *cluster = spec_column(spec, frame, "cluster"),
                 *slope = spec_column(spec, frame, "slope");
    int n = frame->nrow, nx = spec_columns(spec, frame, "x", arena, &x), clusters = cluster->nlevel;
    Design design = design_build(frame, spec, x, nx, spec_is(spec, "intercept", "yes"), 0, arena);
    MixedProblem problem = {n,
                            design.nterm,
                            design.x,
                            spec_column(spec, frame, "y")->x,
                            slope ? slope->x : NULL,
                            design_codes(cluster, n, arena),
                            clusters,
                            spec_is(spec, "method", "reml")};
    MixedFit fit;
    const char *note = clusters < 2 ? "clusters<2" : mixed_fit(&problem, arena, &fit);
    for (int j = 0; j < design.nterm; j++) {
        Estimate *row = statistic_row(out, design.term[j], n);
        row->n_clusters = clusters;
        if (note) {
            estimate_note(out, row, note);
            continue;
        }
        row->estimate = fit.beta[j];
        row->se = fit.se[j];
        row->df = fit.df[j];
        if (fit.singular) {
            estimate_note(out, row, "singular variance");
            row->df = n - design.nterm;
        }
        estimate_infer(out, row, spec->conf);
        if (clusters < 10)
            estimate_note(out, row, "clusters<10");
    }
    add_parameter(out, "var_cluster", n, clusters, note ? NAN : fit.var_cluster, note);
    if (slope) {
        add_parameter(out, "var_slope", n, clusters, note ? NAN : fit.var_slope, note);
        add_parameter(out, "cov_slope", n, clusters, note ? NAN : fit.cov_slope, note);
    }
    add_parameter(out, "var_residual", n, clusters, note ? NAN : fit.var_residual, note);
    add_parameter(out, "icc", n, clusters,
                  note ? NAN : fit.var_cluster / (fit.var_cluster + fit.var_residual), note);
    add_parameter(out, "log_likelihood", n, clusters, note ? NAN : fit.log_likelihood, note);
    return true;
}

const Estimator estimator_mixed = {
    .id = "mixed",
    .title = {"Jauktais modelis", "Mixed model"},
    .estimates = {"sakarus, ja kopienām ir savs līmenis (un slīpums)",
                  "associations when communities have their own level (and slope)"},
    .assumptions = {"kopienu novirzes ir normālas un nav saistītas ar x",
                    "community effects are normal and unrelated to x"},
    .formula = "y = Xb + Zu + e; profiled (RE)ML; Satterthwaite df from the Hessian of the "
               "deviance; icc = var_cluster/(var_cluster + var_residual)",
    .reference = "Bates et al. (2015), lme4; Kuznetsova et al. (2017), lmerTest",
    .terms = "coefficients, var_cluster, var_slope, cov_slope, var_residual, icc, log_likelihood",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
