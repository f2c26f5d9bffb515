/* paired: change of the same persons between two measurements. A change, not an effect.
 * Assumes independent pairs; the t interval also roughly normal differences or many pairs.
 * Reference: Lakens (2013), Frontiers in Psychology 4; Hedges (1981); Hollander, Wolfe and Chicken
 * (2014), chapter 3. METHODOLOGY.md: estimator-paired. */
#include "analysis/distribution/distribution.h"
#include "analysis/estimator.h"

#include <math.h>
#include <stdlib.h>

static const Option OPTIONS[] = {
    {"y0", OPTION_COLUMN, true, NULL, {"pirmais mērījums", "first measurement"}, false},
    {"y1", OPTION_COLUMN, true, NULL, {"otrais mērījums", "second measurement"}, false},
};

typedef struct {
    int n;
    const double *y0, *y1;
    double *difference;
    double mean, sd, sd0, sd1;
} Pairs;

static double mean_of(const double *x, int n)
{
    double shift = x[0], sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] - shift;
    return shift + sum / n;
}

static double sd_of(const double *x, int n)
{
    double mean = mean_of(x, n), sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += (x[i] - mean) * (x[i] - mean);
    return n > 1 ? sqrt(sum / (n - 1.0)) : NAN;
}

static Estimate *add_row(EstimateList *out, const char *term, const Pairs *pairs)
{
    Estimate *row = estimate_add(out, term);
    row->n = pairs->n;
    return row;
}

static int compare_size(const void *left, const void *right)
{
    double a = fabs(*(const double *)left), b = fabs(*(const double *)right);
    return (a > b) - (a < b);
}

/* Differences are rounded to 9 decimals, since binary fractions would break ties. */
static void add_signed_rank(const Pairs *pairs, Arena *arena, EstimateList *out)
{
    double *d = arena_new(arena, double, pairs->n + 1), positive = 0.0, ties = 0.0;
    int n = 0;
    for (int i = 0; i < pairs->n; i++) {
        double value = round(pairs->difference[i] * 1e9) / 1e9;
        if (value != 0.0)
            d[n++] = value;
    }
    Estimate *row = add_row(out, "signed_rank", pairs);
    if (n == 0) {
        estimate_note(out, row, "zero variance");
        return;
    }
    qsort(d, (size_t)n, sizeof *d, compare_size);
    for (int from = 0, to; from < n; from = to) {
        for (to = from; to < n && fabs(d[to]) == fabs(d[from]); to++)
            ;
        double rank = (from + 1 + to) / 2.0, count = to - from;
        ties += count * count * count - count;
        for (int i = from; i < to; i++)
            positive += d[i] > 0.0 ? rank : 0.0;
    }
    row->estimate = row->statistic = positive;
    double middle = n * (n + 1.0) / 4.0;
    if (n < 50 && ties == 0.0 && n == pairs->n) {
        double p = positive > middle ? 1.0 - distribution_signed_rank(positive - 1.0, n)
                                     : distribution_signed_rank(positive, n);
        row->p = fmin(1.0, 2.0 * p);
        return;
    }
    double z = positive - middle,
           sigma = sqrt(n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - ties / 48.0);
    z = (z - (z > 0.0 ? 0.5 : z < 0.0 ? -0.5 : 0.0)) / sigma;
    row->p = distribution_t_two_sided(z, NAN);
    estimate_note(out, row, "normal approximation");
}

static void add_standardised(const Pairs *pairs, double conf, EstimateList *out)
{
    double df = pairs->n - 1.0, root = sqrt(pairs->n), tail = (1.0 - conf) / 2.0;
    Estimate *d_z = add_row(out, "d_z", pairs);
    double t = pairs->mean / pairs->sd * root;
    bool good = pairs->n > 1 && pairs->sd > 0.0;
    double d = NAN, low = NAN, high = NAN;
    if (good) {
        d = t / root;
        low = distribution_noncentral_t_ncp(t, df, 1.0 - tail) / root;
        high = distribution_noncentral_t_ncp(t, df, tail) / root;
    } else
        estimate_note(out, d_z, pairs->n > 1 ? "zero variance" : "n<2");
    d_z->estimate = d;
    d_z->df = df;
    d_z->ci_low = low;
    d_z->ci_high = high;
    Estimate *d_av = add_row(out, "d_av", pairs);
    if (pairs->sd0 + pairs->sd1 > 0.0)
        d_av->estimate = pairs->mean / ((pairs->sd0 + pairs->sd1) / 2.0);
    else
        estimate_note(out, d_av, "zero variance");
    Estimate *g = add_row(out, "hedges_g_z", pairs);
    if (!good || df < 2) {
        estimate_note(out, g, df < 2 ? "n<3" : "zero variance");
        return;
    }
    double j = distribution_hedges_j(df);
    g->estimate = j * d;
    g->df = df;
    g->ci_low = j * low;
    g->ci_high = j * high;
}

static void add_superiority(const Pairs *pairs, EstimateList *out)
{
    double wins = 0.0;
    for (int i = 0; i < pairs->n; i++) {
        double value = round(pairs->difference[i] * 1e9) / 1e9;
        wins += value > 0.0 ? 1.0 : value == 0.0 ? 0.5 : 0.0;
    }
    add_row(out, "probability_of_superiority", pairs)->estimate = wins / pairs->n;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    Pairs pairs = {.n = frame->nrow,
                   .y0 = spec_column(spec, frame, "y0")->x,
                   .y1 = spec_column(spec, frame, "y1")->x,
                   .difference = arena_new(arena, double, frame->nrow + 1)};
    for (int i = 0; i < pairs.n; i++)
        pairs.difference[i] = pairs.y1[i] - pairs.y0[i];
    pairs.mean = mean_of(pairs.difference, pairs.n);
    pairs.sd = sd_of(pairs.difference, pairs.n);
    if (pairs.sd <= 1e-14 * fabs(pairs.mean)) /* the same difference everywhere, but for rounding */
        pairs.sd = 0.0;
    pairs.sd0 = sd_of(pairs.y0, pairs.n);
    pairs.sd1 = sd_of(pairs.y1, pairs.n);
    Estimate *row = add_row(out, "mean_difference", &pairs);
    row->estimate = pairs.mean;
    row->df = pairs.n - 1.0;
    if (pairs.n > 1) {
        row->se = pairs.sd / sqrt(pairs.n);
        estimate_infer(out, row, spec->conf);
    } else
        estimate_note(out, row, "n<2");
    add_signed_rank(&pairs, arena, out);
    add_standardised(&pairs, spec->conf, out);
    add_superiority(&pairs, out);
    return true;
}

const Estimator estimator_paired = {
    .id = "paired",
    .title = {"Pāru salīdzinājums", "Paired comparison"},
    .estimates =
        {"to pašu cilvēku pārmaiņu starp diviem mērījumiem (pārmaiņa, nevis ietekme)",
         "the change of the same persons between two measurements (a change, not an effect)"},
    .assumptions =
        {"pāri ir neatkarīgi; t intervālam – aptuveni normālas starpības vai daudz pāru",
         "pairs are independent; for the t interval roughly normal differences or many pairs"},
    .formula = "mean(y1 - y0), t with n-1; d_z = mean/sd, noncentral-t interval; d_av = "
               "mean/((sd0+sd1)/2); "
               "g_z = J(n-1) d_z; signed_rank: V of positive differences",
    .reference = "Lakens (2013); Hedges (1981); Hollander, Wolfe & Chicken (2014), ch. 3",
    .terms = "mean_difference, signed_rank, d_z, d_av, hedges_g_z, probability_of_superiority",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_CHANGE,
    .headline = "mean_difference",
    .run = run,
};
