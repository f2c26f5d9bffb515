/* dr_did: two periods, one start, covariates: doubly robust difference in differences.
 * Assumes parallel trends given x, overlap, no anticipation. Reference: Sant'Anna and Zhao (2020),
 * J. Econometrics 219; R package DRDID. METHODOLOGY.md: estimator-dr_did. */
#include "analysis/doubly_robust.h"
#include "analysis/linear/design.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y0",
     OPTION_COLUMN,
     false,
     NULL,
     {"iznākums pirms (panelim)", "outcome before (panel)"},
     false},
    {"y1", OPTION_COLUMN, false, NULL, {"iznākums pēc (panelim)", "outcome after (panel)"}, false},
    {"y",
     OPTION_COLUMN,
     false,
     NULL,
     {"iznākums (šķērsgriezumiem)", "outcome (cross-sections)"},
     false},
    {"treated",
     OPTION_COLUMN,
     true,
     NULL,
     {"atbalstīto grupa (0/1)", "treated group (0/1)"},
     false},
    {"post", OPTION_COLUMN, false, NULL, {"pēc sākuma (0/1)", "after the start (0/1)"}, false},
    {"x", OPTION_COLUMNS, false, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"method", OPTION_CHOICE, false, "dr|reg|ipw|dr_improved", {"metode", "method"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"cluster", OPTION_GROUP, false, NULL, {"kopas (klasteri)", "clusters"}, false},
};

static double influence_se(const double *influence, int n, const Column *cluster, Arena *arena)
{
    double mean = statistic_mean(influence, n), sum = 0.0;
    if (!cluster) {
        for (int i = 0; i < n; i++)
            sum += (influence[i] - mean) * (influence[i] - mean);
        return sqrt(sum) / n;
    }
    double *total = arena_new(arena, double, cluster->nlevel + 1);
    for (int i = 0; i < n; i++)
        total[(int)cluster->x[i]] += influence[i];
    for (int c = 0; c < cluster->nlevel; c++)
        sum += total[c] * total[c];
    return sqrt(sum) / n;
}

static RobustMethod read_method(const Spec *spec)
{
    if (spec_is(spec, "method", "reg"))
        return ROBUST_REG;
    if (spec_is(spec, "method", "ipw"))
        return ROBUST_IPW;
    return spec_is(spec, "method", "dr_improved") ? ROBUST_DR_IMPROVED : ROBUST_DR;
}

/* Either y0 and y1 (a panel) or y and post (cross-sections). */
static bool check_form(const Spec *spec, Diag *diag)
{
    bool panel = spec_text(spec, "y0") || (spec_text(spec, "y1") && !spec_text(spec, "post"));
    static const char *const PANEL[] = {"y0", "y1"}, *const CROSS[] = {"y", "post"};
    const char *const *needed = panel ? PANEL : CROSS;
    for (int i = 0; i < 2; i++)
        if (!spec_text(spec, needed[i]))
            return diag_fail(diag, spec->places.first, MSG_ESTIMATE_REQUIRED, spec->estimator->id,
                             needed[i]);
    return true;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    const double *weight;
    const Column **x = NULL;
    if (!check_form(spec, diag) || !design_weights(&rows, spec, arena, diag, &weight))
        return false;
    const Column *treated = spec_column(spec, &rows, "treated"),
                 *y0 = spec_column(spec, &rows, "y0");
    const Column *post = y0 ? NULL : spec_column(spec, &rows, "post"),
                 *cluster = spec_column(spec, &rows, "cluster");
    if (!column_check_binary(&rows, treated, diag) ||
        (post && !column_check_binary(&rows, post, diag)))
        return false;
    int n = rows.nrow, nx = spec_columns(spec, &rows, "x", arena, &x);
    Design design = design_build(&rows, spec, x, nx, true, 0, arena);
    double *change = arena_new(arena, double, n + 1), *influence = arena_new(arena, double, n + 1);
    for (int i = 0; i < n && y0; i++)
        change[i] = spec_column(spec, &rows, "y1")->x[i] - y0->x[i];
    RobustProblem problem = {
        n,          design.nterm,          design.x, y0 ? change : spec_column(spec, &rows, "y")->x,
        treated->x, post ? post->x : NULL, weight,   read_method(spec)};
    Estimate *row = statistic_row(out, "att", n);
    row->n_clusters = cluster ? cluster->nlevel : 0;
    const char *note = robust_att(&problem, arena, &row->estimate, influence);
    if (note || (cluster && cluster->nlevel < 2)) {
        estimate_note(out, row, note ? note : "clusters<2");
        return true;
    }
    row->se = influence_se(influence, n, cluster, arena);
    estimate_infer(out, row, spec->conf);
    if (cluster && cluster->nlevel < 10)
        estimate_note(out, row, "clusters<10");
    if (weight)
        estimate_note(out, row, "probability weights");
    return true;
}

const Estimator estimator_dr_did = {
    .id = "dr_did",
    .title = {"Divkārt noturīga starpību starpība", "Doubly robust difference in differences"},
    .estimates = {"vidējo ietekmi uz atbalstītajiem ar kovariātām",
                  "the mean effect on the treated, given covariates"},
    .assumptions = {"ar vienādām pazīmēm grupas bez atbalsta mainītos vienādi; grupas pārklājas",
                    "with equal covariates groups would have changed alike; groups overlap"},
    .formula = "influence-function estimators of DRDID: drdid, reg_did, std_ipw_did, drdid_imp "
               "(panel and rc)",
    .reference = "Sant'Anna & Zhao (2020), J. Econometrics 219(1)",
    .terms = "att",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_COMPARISON,
    .headline = "att",
    .run = run,
};
