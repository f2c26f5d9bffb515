/* did: difference in differences with one start, 2 × 2 or two-way within when units are given.
 * Assumes parallel trends, no anticipation, and independent clusters.
 * Reference: Angrist and Pischke (2009), chapter 5; CR2 after Pustejovsky and Tipton (2018).
 * METHODOLOGY.md: estimator-did. */
#include "analysis/linear/regression.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"treated",
     OPTION_COLUMN,
     true,
     NULL,
     {"atbalstīto grupa (0/1)", "treated group (0/1)"},
     false},
    {"post", OPTION_COLUMN, true, NULL, {"pēc sākuma (0/1)", "after the start (0/1)"}, false},
    {"unit",
     OPTION_GROUP,
     false,
     NULL,
     {"vienība, ko novēro atkārtoti", "unit seen repeatedly"},
     false},
    {"cluster", OPTION_GROUP, false, NULL, {"kopas (klasteri)", "clusters"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"vcov",
     OPTION_CHOICE,
     false,
     "cr2|classical|hc0|hc1|hc2|hc3|cr0|cr1",
     {"dispersija", "variance"},
     false},
};

/* Each row its own cluster: CR2 is then HC2 with Satterthwaite degrees of freedom. */
static const Column *row_clusters(int nrow, Arena *arena)
{
    Column *column = arena_new(arena, Column, 1);
    double *x = arena_new(arena, double, nrow);
    for (int i = 0; i < nrow; i++)
        x[i] = i;
    *column = (Column){.name = "row", .x = x, .nlevel = nrow};
    return column;
}

static Design make_design(const Frame *frame, const double *treated, const double *post,
                          bool within, Arena *arena)
{
    int n = frame->nrow;
    Design design = design_open(arena, n, 4);
    double *att = design_add(&design, "att"), *time = design_add(&design, "post");
    for (int i = 0; i < n; i++) {
        att[i] = treated[i] * post[i];
        time[i] = post[i];
    }
    if (within)
        return design;
    double *group = design_add(&design, "treated"), *one = design_add(&design, "(intercept)");
    for (int i = 0; i < n; i++) {
        group[i] = treated[i];
        one[i] = 1.0;
    }
    return design;
}

/* Clusters of one arm: few of them spoil every standard error. */
static int count_arm(const Column *cluster, const double *treated, double arm, int nrow,
                     Arena *arena)
{
    bool *seen = arena_new(arena, bool, cluster->nlevel + 1);
    int count = 0;
    for (int i = 0; i < nrow; i++)
        if (treated[i] == arm && !seen[(int)cluster->x[i]]) {
            seen[(int)cluster->x[i]] = true;
            count++;
        }
    return count;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    RegressionSpec regression = {.kind = COVARIANCE_CR2};
    if (!design_weights(&rows, spec, arena, diag, &regression.weight))
        return false;
    const Column *treated = spec_column(spec, &rows, "treated"),
                 *post = spec_column(spec, &rows, "post");
    const Column *unit = spec_column(spec, &rows, "unit");
    if (!column_check_binary(&rows, treated, diag) || !column_check_binary(&rows, post, diag))
        return false;
    bool named = spec_text(spec, "cluster") != NULL;
    if (!covariance_parse(spec_text(spec, "vcov"), &regression.kind))
        regression.kind = COVARIANCE_CR2;
    Design design = make_design(&rows, treated->x, post->x, unit != NULL, arena);
    regression.design = &design;
    regression.y = spec_column(spec, &rows, "y")->x;
    regression.absorb = &unit;
    regression.nabsorb = unit != NULL;
    regression.cluster = named  ? spec_column(spec, &rows, "cluster")
                         : unit ? unit
                                : row_clusters(rows.nrow, arena);
    Regression fitted;
    regression_run(&regression, arena, &fitted);
    Estimate *att = regression_row(&fitted, 0, "att", spec->conf, out);
    if (!named && !unit) {
        att->n_clusters = 0;
        return true;
    }
    int arms[2] = {count_arm(regression.cluster, treated->x, 0.0, rows.nrow, arena),
                   count_arm(regression.cluster, treated->x, 1.0, rows.nrow, arena)};
    if (arms[0] < 2 || arms[1] < 2) { /* the spread of one cluster cannot be known */
        att->se = att->df = att->statistic = att->p = att->ci_low = att->ci_high = NAN;
        estimate_note(out, att, arms[1] < 2 ? "treated clusters<2" : "comparison clusters<2");
    } else if (arms[1] < 4)
        estimate_note(out, att, "treated clusters<4");
    return true;
}

const Estimator estimator_did = {
    .id = "did",
    .title = {"Starpību starpība", "Difference in differences"},
    .estimates = {"vidējo ietekmi uz atbalstītajiem: viņu pārmaiņu, no kuras atņemta salīdzinājuma "
                  "grupas pārmaiņa",
                  "the mean effect on the treated: their change less that of the comparison group"},
    .assumptions =
        {"bez atbalsta abas grupas mainītos vienādi; iepriekš neko nemaina; kopas ir neatkarīgas",
         "both groups would have changed alike without support; no anticipation; "
         "clusters are independent"},
    .formula =
        "att: coefficient of treated x post (two-way within with unit); CR2, Satterthwaite df",
    .reference = "Angrist & Pischke (2009), ch. 5; Pustejovsky & Tipton (2018), JBES 36(4)",
    .terms = "att",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_COMPARISON,
    .headline = "att",
    .run = run,
};
