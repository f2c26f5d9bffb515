/* anova: whether the means of several groups differ.
 * Assumes independent rows; f also equal variances. Reference: Welch (1951); Kruskal and Wallis
 * (1952). METHODOLOGY.md: estimator-anova. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"group", OPTION_GROUP, true, NULL, {"grupas", "groups"}, false},
};

typedef struct {
    double **part;
    int *size, k, n;
    double between, within;
} Groups;

/* Sums of squares around the means, all of them taken less one exact shift. */
static void find_squares(Groups *g, const double *y)
{
    double shift = y[0], sum = 0.0;
    for (int i = 0; i < g->n; i++)
        sum += y[i] - shift;
    double mean = sum / g->n;
    g->between = g->within = 0.0;
    for (int j = 0; j < g->k; j++) {
        double part = 0.0;
        for (int i = 0; i < g->size[j]; i++)
            part += g->part[j][i] - shift;
        part /= g->size[j];
        g->between += g->size[j] * (part - mean) * (part - mean);
        g->within += statistic_squares(g->part[j], g->size[j]);
    }
}

static void add_f(const Groups *g, EstimateList *out)
{
    double df1 = g->k - 1.0, df2 = g->n - g->k;
    if (df1 < 1.0 || df2 < 1.0 || !(g->within > 0.0)) {
        estimate_note(out, statistic_row(out, "f", g->n), df1 < 1.0 ? "groups<2" : "zero variance");
        return;
    }
    double f = g->between / df1 / (g->within / df2);
    Estimate *row = statistic_test_row(out, "f", g->n, f, df1, distribution_f_upper(f, df1, df2));
    estimate_note(out, row, arena_format(out->arena, "df2=%.15g", df2));
}

static void add_welch(const Groups *g, EstimateList *out)
{
    double weights = 0.0, mean = 0.0, spread = 0.0, f = 0.0, k = g->k;
    bool usable = g->k > 1;
    for (int j = 0; j < g->k; j++)
        usable = usable && statistic_variance(g->part[j], g->size[j]) > 0.0;
    if (!usable) {
        estimate_note(out, statistic_row(out, "welch_f", g->n), "zero variance");
        return;
    }
    for (int j = 0; j < g->k; j++) {
        double w = g->size[j] / statistic_variance(g->part[j], g->size[j]);
        weights += w;
        mean += w * statistic_mean(g->part[j], g->size[j]);
    }
    mean /= weights;
    for (int j = 0; j < g->k; j++) {
        double w = g->size[j] / statistic_variance(g->part[j], g->size[j]);
        double gap = statistic_mean(g->part[j], g->size[j]) - mean;
        f += w * gap * gap;
        spread += (1.0 - w / weights) * (1.0 - w / weights) / (g->size[j] - 1.0) / (k * k - 1.0);
    }
    f = f / (k - 1.0) / (1.0 + 2.0 * (k - 2.0) * spread);
    double df2 = 1.0 / (3.0 * spread);
    Estimate *row =
        statistic_test_row(out, "welch_f", g->n, f, k - 1.0, distribution_f_upper(f, k - 1.0, df2));
    estimate_note(out, row, arena_format(out->arena, "df2=%.15g", df2));
}

static void add_kruskal(const Groups *g, const double *y, const double *code, Arena *arena,
                        EstimateList *out)
{
    double *rank = arena_new(arena, double, g->n + 1), *sum = arena_new(arena, double, g->k + 1),
           h = 0.0, n = g->n;
    double ties = statistic_ranks(y, g->n, rank, arena);
    for (int i = 0; i < g->n; i++)
        sum[(int)code[i]] += rank[i];
    for (int j = 0; j < g->k; j++)
        h += sum[j] * sum[j] / g->size[j];
    double correction = 1.0 - ties / (n * n * n - n);
    if (g->k < 2 || !(correction > 0.0)) {
        estimate_note(out, statistic_row(out, "kruskal_wallis", g->n),
                      g->k < 2 ? "groups<2" : "zero variance");
        return;
    }
    h = (12.0 * h / (n * (n + 1.0)) - 3.0 * (n + 1.0)) / correction;
    statistic_test_row(out, "kruskal_wallis", g->n, h, g->k - 1.0,
                       distribution_chisq_upper(h, g->k - 1.0));
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    const Column *y = spec_column(spec, frame, "y"), *group = spec_column(spec, frame, "group");
    Groups g = {arena_new(arena, double *, group->nlevel + 1),
                arena_new(arena, int, group->nlevel + 1),
                group->nlevel,
                frame->nrow,
                0.0,
                0.0};
    statistic_split(y->x, group->x, frame->nrow, g.k, arena, g.part, g.size);
    find_squares(&g, y->x);
    add_f(&g, out);
    add_welch(&g, out);
    add_kruskal(&g, y->x, group->x, arena, out);
    double total = g.between + g.within, left = g.n - g.k;
    Estimate *eta = statistic_row(out, "eta_squared", g.n), *omega;
    if (total > 0.0)
        eta->estimate = g.between / total;
    else
        estimate_note(out, eta, "zero variance");
    omega = statistic_row(out, "omega_squared", g.n);
    if (total > 0.0 && left > 0.0)
        omega->estimate = (g.between - (g.k - 1.0) * g.within / left) / (total + g.within / left);
    else
        estimate_note(out, omega, "zero variance");
    return true;
}

const Estimator estimator_anova = {
    .id = "anova",
    .title = {"Dispersijas analīze", "Analysis of variance"},
    .estimates = {"vai vairāku grupu vidējie atšķiras",
                  "whether the means of several groups differ"},
    .assumptions = {"rindas ir neatkarīgas; parastajam F – arī vienādas dispersijas",
                    "rows are independent; for the plain F also equal variances"},
    .formula = "F = MSB/MSW; Welch's F; H with tie correction; eta2 = SSB/SST; omega2 = (SSB - "
               "(k-1)MSW)/(SST + MSW)",
    .reference = "Welch (1951), Biometrika 38; Kruskal & Wallis (1952)",
    .terms = "f, welch_f, kruskal_wallis, eta_squared, omega_squared",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "welch_f",
    .run = run,
};
