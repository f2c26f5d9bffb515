/* Iterative proportional fitting. */
#include "analysis/rake.h"

#include <math.h>
#include <string.h>

enum { MOST_ITERATIONS = 1000 };

static double sum_of(const double *values, int n)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

/* Largest relative gap before this margin is fitted; NAN if a wanted level has no rows. */
static double fit_margin(const Margin *margin, double scale, int nrow, double *now, double *weight)
{
    double worst = 0.0;
    memset(now, 0, sizeof(double) * (size_t)margin->nlevel);
    for (int i = 0; i < nrow; i++)
        now[(int)margin->code[i]] += weight[i];
    for (int k = 0; k < margin->nlevel; k++) {
        double wanted = margin->total[k] * scale;
        if (wanted > 0.0 && !(now[k] > 0.0))
            return NAN;
        if (now[k] > 0.0 && wanted > 0.0)
            worst = fmax(worst, fabs(now[k] / wanted - 1.0));
        now[k] = now[k] > 0.0 ? wanted / now[k] : 1.0;
    }
    for (int i = 0; i < nrow; i++)
        weight[i] *= now[(int)margin->code[i]];
    return worst;
}

const char *rake_fit(const Margin *margins, int nmargin, int nrow, Arena *arena, double *weight,
                     int *iterations)
{
    *iterations = 0;
    if (nmargin == 0)
        return NULL;
    double total = sum_of(margins[0].total, margins[0].nlevel);
    for (; *iterations < MOST_ITERATIONS; (*iterations)++) {
        double worst = 0.0;
        for (int m = 0; m < nmargin; m++) {
            ArenaMark mark = arena_mark(arena);
            double *now = arena_new(arena, double, margins[m].nlevel + 1);
            double scale = total / sum_of(margins[m].total, margins[m].nlevel);
            double gap = fit_margin(&margins[m], scale, nrow, now, weight);
            arena_release(arena, mark);
            if (isnan(gap))
                return "empty level";
            worst = fmax(worst, gap);
        }
        if (worst < 1e-10)
            return NULL;
    }
    return "not converged";
}
