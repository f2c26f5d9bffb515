/* Exponential smoothing: level l, trend b; error e = y − l − φb; l += φb + αe, b = φb + βe. The
 * parameters are searched on unbounded scales (logistic), the first states freely. */
#include "analysis/smoothing.h"

#include <gsl/gsl_multimin.h>
#include <math.h>

typedef struct {
    SmoothingKind kind;
    const double *y;
    int n;
    double scale; /* spread of y, for the first states */
} Series;

static double squash(double z, double low, double high)
{
    return low + (high - low) / (1.0 + exp(-z));
}

static int count_of(SmoothingKind kind)
{
    return kind == SMOOTHING_LEVEL ? 2 : kind == SMOOTHING_TREND ? 4 : 5;
}

/* Parameters: alpha, level, then beta (as a share of alpha), trend, phi. */
static Smoothing unpack(const Series *series, const double *z)
{
    Smoothing s = {.kind = series->kind,
                   .alpha = squash(z[0], 1e-4, 0.9999),
                   .level = series->y[0] + z[1] * series->scale,
                   .phi = 1.0};
    if (series->kind != SMOOTHING_LEVEL) {
        s.beta = s.alpha * squash(z[2], 1e-4, 0.9999);
        s.trend = z[3] * series->scale;
    }
    if (series->kind == SMOOTHING_DAMPED)
        s.phi = squash(z[4], 0.8, 0.98);
    return s;
}

static double run_through(const Series *series, Smoothing *s)
{
    double sum = 0.0;
    for (int i = 0; i < series->n; i++) {
        double error = series->y[i] - s->level - s->phi * s->trend;
        s->level += s->phi * s->trend + s->alpha * error;
        s->trend = s->phi * s->trend + s->beta * error;
        sum += error * error;
    }
    return sum;
}

static double objective(const gsl_vector *z, void *user)
{
    Smoothing s = unpack(user, z->data);
    double sum = run_through(user, &s);
    return isfinite(sum) ? log(sum + 1e-300) : 1e300;
}

bool smoothing_fit(SmoothingKind kind, const double *y, int n, Arena *arena, Smoothing *fit)
{
    Series series = {kind, y, n, 0.0};
    int m = count_of(kind), k = m + 1; /* and the variance */
    for (int i = 1; i < n; i++)
        series.scale += fabs(y[i] - y[i - 1]) / (n - 1.0);
    if (!(series.scale > 0.0) || n - k - 1 <= 0)
        return false;
    double *start = arena_new(arena, double, m), *size = arena_new(arena, double, m);
    gsl_vector_view at = gsl_vector_view_array(start, (size_t)m),
                    step = gsl_vector_view_array(size, (size_t)m);
    gsl_multimin_function function = {objective, (size_t)m, &series};
    gsl_multimin_fminimizer *search =
        gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, (size_t)m);
    bool good = search != NULL;
    for (int round = 0; round < 5 && good; round++) {
        for (int j = 0; j < m; j++)
            size[j] = round == 0 ? 1.0 : 0.3;
        good = !gsl_multimin_fminimizer_set(search, &function, &at.vector, &step.vector);
        for (int i = 0; i < 3000 && good; i++)
            if (gsl_multimin_fminimizer_iterate(search) ||
                gsl_multimin_fminimizer_size(search) < 1e-9)
                break;
        for (int j = 0; j < m && good; j++)
            start[j] = gsl_vector_get(search->x, (size_t)j);
    }
    if (search)
        gsl_multimin_fminimizer_free(search);
    if (!good)
        return false;
    *fit = unpack(&series, start);
    double sum = run_through(&series, fit);
    fit->variance = sum / (n - m);
    fit->aicc = n * log(sum / n) + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0);
    return isfinite(fit->aicc);
}

void smoothing_forecast(const Smoothing *fit, int horizon, double *mean, double *se)
{
    double reach = 0.0, power = 1.0, spread = 1.0;
    for (int h = 1; h <= horizon; h++) {
        power *= fit->phi;
        reach += power; /* φ + … + φ^h */
        mean[h - 1] = fit->level + reach * fit->trend;
        se[h - 1] = sqrt(fit->variance * spread);
        double c = fit->alpha + fit->beta * reach; /* effect of this step's error on the next */
        spread += c * c;
    }
}
