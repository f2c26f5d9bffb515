/* two_groups: two independent groups, second level against the first.
 * Assumes independent rows. Reference: Welch (1947); Hedges (1981); Hollander, Wolfe and Chicken
 * (2014), chapter 4; Cliff (1993). METHODOLOGY.md: estimator-two_groups. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"group", OPTION_GROUP, true, NULL, {"divas grupas", "two groups"}, false},
};

typedef struct {
    const double *y1, *y2; /* of the first and the second level */
    int n1, n2;
    double m1, m2, v1, v2;
} Groups;

static void add_difference(const Groups *g, double conf, EstimateList *out)
{
    Estimate *row = statistic_row(out, "mean_difference", g->n1 + g->n2);
    row->estimate = g->m2 - g->m1;
    if (g->n1 < 2 || g->n2 < 2) {
        estimate_note(out, row, "n<2");
        return;
    }
    double a = g->v1 / g->n1, b = g->v2 / g->n2;
    row->se = sqrt(a + b);
    row->df =
        a + b > 0.0 ? (a + b) * (a + b) / (a * a / (g->n1 - 1.0) + b * b / (g->n2 - 1.0)) : NAN;
    estimate_infer(out, row, conf);
}

static void add_hedges(const Groups *g, double conf, EstimateList *out)
{
    Estimate *row = statistic_row(out, "hedges_g", g->n1 + g->n2);
    double df = g->n1 + g->n2 - 2.0, tail = (1.0 - conf) / 2.0;
    double pooled =
        ((g->n1 > 1 ? (g->n1 - 1.0) * g->v1 : 0.0) + (g->n2 > 1 ? (g->n2 - 1.0) * g->v2 : 0.0)) /
        df;
    if (df < 2.0 || !(pooled > 0.0)) {
        estimate_note(out, row, df < 2.0 ? "n<2" : "zero variance");
        return;
    }
    double j = distribution_hedges_j(df), root = sqrt(1.0 / g->n1 + 1.0 / g->n2),
           d = (g->m2 - g->m1) / sqrt(pooled);
    row->estimate = j * d;
    row->df = df;
    row->ci_low = j * root * distribution_noncentral_t_ncp(d / root, df, 1.0 - tail);
    row->ci_high = j * root * distribution_noncentral_t_ncp(d / root, df, tail);
}

static void add_ranks(const Groups *g, const double *rank, double ties, EstimateList *out)
{
    int n = g->n1 + g->n2;
    double sum = 0.0, pairs = (double)g->n1 * g->n2;
    for (int i = g->n1; i < n; i++)
        sum += rank[i];
    double u = sum - g->n2 * (g->n2 + 1.0) / 2.0; /* pairs in which the second level is higher */
    Estimate *row = statistic_row(out, "rank_sum", n);
    row->estimate = row->statistic = u;
    if (ties == 0.0 && g->n1 < 50 && g->n2 < 50) {
        double p = u > pairs / 2.0 ? 1.0 - distribution_rank_sum(u - 1.0, g->n2, g->n1)
                                   : distribution_rank_sum(u, g->n2, g->n1);
        row->p = fmin(1.0, 2.0 * p);
    } else {
        double z = u - pairs / 2.0;
        double variance = pairs / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
        estimate_note(out, row, variance > 0.0 ? "normal approximation" : "zero variance");
        if (variance > 0.0)
            row->p = distribution_t_two_sided((z - (z > 0.0   ? 0.5
                                                    : z < 0.0 ? -0.5
                                                              : 0.0)) /
                                                  sqrt(variance),
                                              NAN);
    }
    statistic_row(out, "cliffs_delta", n)->estimate = 2.0 * u / pairs - 1.0;
    statistic_row(out, "probability_of_superiority", n)->estimate = u / pairs;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column *y = spec_column(spec, frame, "y"), *group = spec_column(spec, frame, "group");
    if (!statistic_two_levels(frame, group, diag))
        return false;
    double *part[2];
    int size[2];
    statistic_split(y->x, group->x, frame->nrow, 2, arena, part, size);
    Groups g = {part[0],
                part[1],
                size[0],
                size[1],
                statistic_mean(part[0], size[0]),
                statistic_mean(part[1], size[1]),
                statistic_variance(part[0], size[0]),
                statistic_variance(part[1], size[1])};
    double *all = arena_new(arena, double, frame->nrow + 1),
           *rank = arena_new(arena, double, frame->nrow + 1);
    for (int i = 0; i < frame->nrow; i++)
        all[i] = i < g.n1 ? g.y1[i] : g.y2[i - g.n1];
    add_difference(&g, spec->conf, out);
    add_hedges(&g, spec->conf, out);
    double ties = statistic_ranks(all, frame->nrow, rank, arena);
    add_ranks(&g, rank, ties, out);
    return true;
}

const Estimator estimator_two_groups = {
    .id = "two_groups",
    .title = {"Divu grupu salīdzinājums", "Two groups"},
    .estimates = {"divu neatkarīgu grupu atšķirību (otrais līmenis pret pirmo)",
                  "the difference of two independent groups (second level against the first)"},
    .assumptions = {"rindas ir neatkarīgas", "rows are independent"},
    .formula = "Welch t; g = J (m2-m1)/s_pooled, noncentral-t interval; rank_sum: U of the second "
               "level; cliffs_delta = 2U/(n1 n2) - 1",
    .reference = "Welch (1947); Hedges (1981); Cliff (1993)",
    .terms = "mean_difference, hedges_g, rank_sum, cliffs_delta, probability_of_superiority",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "mean_difference",
    .run = run,
};
