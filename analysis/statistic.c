/* Means, ranks, quantiles. */
#include "analysis/statistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double statistic_mean(const double *x, int n)
{
    double shift = x[0], sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] - shift;
    return shift + sum / n;
}

double statistic_squares(const double *x, int n)
{
    /* around a shift that is exact, then corrected */
    double shift = x[0], sum = 0.0, squares = 0.0, rest = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] - shift;
    for (int i = 0; i < n; i++) {
        double gap = (x[i] - shift) - sum / n;
        squares += gap * gap;
        rest += gap;
    }
    return squares - rest * rest / n;
}

double statistic_variance(const double *x, int n)
{
    return n > 1 ? statistic_squares(x, n) / (n - 1.0) : NAN;
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

void statistic_sort(double *x, int n)
{
    qsort(x, (size_t)n, sizeof *x, compare_doubles);
}

double statistic_quantile(const double *sorted, int n, double p)
{
    double at = (n - 1) * p, low = floor(at);
    int i = (int)low;
    if (i + 1 >= n)
        return sorted[n - 1];
    return sorted[i] + (at - low) * (sorted[i + 1] - sorted[i]);
}

typedef struct {
    double value;
    int at;
} Ranked;

static int compare_ranked(const void *left, const void *right)
{
    const Ranked *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

double statistic_ranks(const double *x, int n, double *rank, Arena *arena)
{
    Ranked *list = arena_new(arena, Ranked, n + 1);
    double ties = 0.0;
    for (int i = 0; i < n; i++)
        list[i] = (Ranked){x[i], i};
    qsort(list, (size_t)n, sizeof *list, compare_ranked);
    for (int from = 0, to; from < n; from = to) {
        for (to = from; to < n && list[to].value == list[from].value; to++)
            ;
        double count = to - from;
        ties += count * count * count - count;
        for (int i = from; i < to; i++)
            rank[list[i].at] = (from + 1 + to) / 2.0;
    }
    return ties;
}

void statistic_split(const double *x, const double *code, int n, int ngroup, Arena *arena,
                     double **part, int *size)
{
    for (int g = 0; g < ngroup; g++) {
        part[g] = arena_new(arena, double, n + 1);
        size[g] = 0;
    }
    for (int i = 0; i < n; i++) {
        int g = (int)code[i];
        part[g][size[g]++] = x[i];
    }
}

bool statistic_two_levels(const Frame *frame, const Column *group, Diag *diag)
{
    if (group->nlevel == 2)
        return true;
    char found[48];
    snprintf(found, sizeof found, "%d", group->nlevel);
    return diag_fail(diag, (Place){frame->file, 1, group->position}, MSG_ESTIMATE_VALUE,
                     group->name, found, "divi līmeņi / two levels");
}

Estimate *statistic_row(EstimateList *out, const char *term, int n)
{
    Estimate *row = estimate_add(out, term);
    row->n = n;
    return row;
}

Estimate *statistic_test_row(EstimateList *out, const char *term, int n, double statistic,
                             double df, double p)
{
    Estimate *row = statistic_row(out, term, n);
    row->estimate = row->statistic = statistic;
    row->df = df;
    row->p = p;
    return row;
}
