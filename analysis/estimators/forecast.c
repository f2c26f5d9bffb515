/* forecast: where a series goes on, and how likely a target is reached.
 * Eight points or more: exponential smoothing (level; with trend; with damped trend), chosen by
 * AICc. Three to seven: a straight line, or a log-linear Poisson trend for counts. Fewer: none.
 * Reference: Hyndman and Athanasopoulos (2021), chapter 8. METHODOLOGY.md: estimator-forecast. */
#include "analysis/distribution/distribution.h"
#include "analysis/smoothing.h"
#include "analysis/statistic.h"

#include "analysis/linear/least_squares.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"time",
     OPTION_COLUMN,
     true,
     NULL,
     {"laiks (datnes kārtībā)", "time (in the file's order)"},
     false},
    {"horizon", OPTION_NUMBER, false, "1", {"cik soļu uz priekšu", "steps ahead"}, false},
    {"target", OPTION_NUMBER, false, NULL, {"mērķis", "target"}, false},
    {"at",
     OPTION_NUMBER,
     false,
     NULL,
     {"kurā solī (noklusēti – pēdējā)", "at which step (by default the last)"},
     false},
};

enum { LEAST = 3, SMOOTHED = 8, MOST_HORIZON = 120 };

/* Mean and standard error of each step ahead; df NaN: normal. */
typedef struct {
    double mean[MOST_HORIZON], se[MOST_HORIZON], df;
    const char *model;
} Path;

static bool straight_line(const double *y, int n, int horizon, Arena *arena, Path *path)
{
    double *x = arena_new(arena, double, 2 * n);
    for (int i = 0; i < n; i++) {
        x[i] = 1.0;
        x[n + i] = i + 1.0;
    }
    Fit fit;
    Problem problem = {n, 2, x, y, NULL, false};
    fit_least_squares(&problem, arena, &fit);
    double variance = fit.rss / (n - 2.0), middle = (n + 1.0) / 2.0,
           spread = (n * (double)n - 1.0) * n / 12.0;
    for (int h = 0; h < horizon; h++) {
        double at = n + 1.0 + h;
        path->mean[h] = fit.beta[0] + fit.beta[1] * at;
        path->se[h] = sqrt(variance * (1.0 + 1.0 / n + (at - middle) * (at - middle) / spread));
    }
    path->df = n - 2.0;
    path->model = "linear trend";
    return variance > 0.0;
}

/* log mean = a + b t by Newton; the variance of a new count is mean + mean² var(a + b t). */
static bool poisson_trend(const double *y, int n, int horizon, Path *path)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += y[i];
    if (!(sum > 0.0))
        return false;
    double a = log(sum / n), b = 0.0, v00 = 0.0, v01 = 0.0, v11 = 0.0;
    for (int round = 0; round < 100; round++) {
        double s0 = 0.0, s1 = 0.0, i00 = 0.0, i01 = 0.0, i11 = 0.0;
        for (int i = 0; i < n; i++) {
            double t = i + 1.0, mean = exp(a + b * t);
            s0 += y[i] - mean;
            s1 += t * (y[i] - mean);
            i00 += mean;
            i01 += t * mean;
            i11 += t * t * mean;
        }
        double determinant = i00 * i11 - i01 * i01;
        if (!(determinant > 0.0))
            return false;
        v00 = i11 / determinant;
        v01 = -i01 / determinant;
        v11 = i00 / determinant;
        double da = v00 * s0 + v01 * s1, db = v01 * s0 + v11 * s1;
        a += da;
        b += db;
        if (fabs(da) + fabs(db) < 1e-12)
            break;
        if (round == 99 || !isfinite(a) || fabs(b) > 50.0)
            return false;
    }
    for (int h = 0; h < horizon; h++) {
        double t = n + 1.0 + h, mean = exp(a + b * t);
        path->mean[h] = mean;
        path->se[h] = sqrt(mean + mean * mean * (v00 + 2.0 * t * v01 + t * t * v11));
    }
    path->df = NAN;
    path->model = "poisson trend";
    return true;
}

static bool smoothed(const double *y, int n, int horizon, Arena *arena, Path *path)
{
    static const char *const NAMES[] = {"level", "holt", "damped holt"};
    Smoothing best = {.aicc = INFINITY};
    for (int kind = 0; kind < 3; kind++) {
        Smoothing fit;
        if (smoothing_fit((SmoothingKind)kind, y, n, arena, &fit) && fit.aicc < best.aicc)
            best = fit;
    }
    if (!isfinite(best.aicc))
        return false;
    smoothing_forecast(&best, horizon, path->mean, path->se);
    path->df = NAN;
    path->model = NAMES[best.kind];
    return best.variance > 0.0;
}

static bool is_count(const double *y, int n)
{
    for (int i = 0; i < n; i++)
        if (y[i] < 0.0 || y[i] != floor(y[i]))
            return false;
    return true;
}

static void add_probability(const Path *path, const Spec *spec, int n, int horizon,
                            EstimateList *out)
{
    double target = spec_number(spec, "target"), at = spec_number(spec, "at");
    Estimate *row = statistic_row(out, "probability", n);
    int h = isnan(at) ? horizon : (int)at;
    if (h < 1 || h > horizon) {
        estimate_note(out, row, "at lies outside the horizon");
        return;
    }
    row->estimate = distribution_t_upper((target - path->mean[h - 1]) / path->se[h - 1], path->df);
    estimate_note(out, row, path->model);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const double *y = spec_column(spec, frame, "y")->x;
    int n = frame->nrow;
    double wanted = spec_number(spec, "horizon");
    if (!(wanted >= 1.0 && wanted <= MOST_HORIZON && wanted == floor(wanted)))
        return diag_fail(diag, spec->places.first, MSG_ESTIMATE_NUMBER, "horizon",
                         spec_text(spec, "horizon"), "1 … 120");
    int horizon = (int)wanted;
    Path path = {.df = NAN};
    bool good = n >= SMOOTHED                  ? smoothed(y, n, horizon, arena, &path)
                : n >= LEAST && is_count(y, n) ? poisson_trend(y, n, horizon, &path)
                : n >= LEAST                   ? straight_line(y, n, horizon, arena, &path)
                                               : false;
    double quantile = distribution_t_quantile(0.5 + spec->conf / 2.0, path.df);
    for (int h = 0; h < horizon; h++) {
        Estimate *row = statistic_row(out, arena_format(arena, "forecast[%d]", h + 1), n);
        if (!good) {
            estimate_note(out, row, n < LEAST ? "fewer than 3 points" : "zero variance");
            continue;
        }
        row->estimate = path.mean[h];
        row->se = path.se[h];
        row->df = path.df;
        row->ci_low = path.mean[h] - quantile * path.se[h];
        row->ci_high = path.mean[h] + quantile * path.se[h];
        if (is_count(y, n))
            row->ci_low = fmax(0.0, row->ci_low);
        estimate_note(out, row, path.model);
    }
    if (good && spec_text(spec, "target"))
        add_probability(&path, spec, n, horizon, out);
    return true;
}

const Estimator estimator_forecast = {
    .id = "forecast",
    .title = {"Prognoze", "Forecast"},
    .estimates = {"kā rinda turpināsies un cik ticams ir mērķis",
                  "how a series goes on and how likely a target is"},
    .assumptions = {"turpmāk mainās tāpat kā līdz šim", "the future changes as the past did"},
    .formula = "n >= 8: ETS(A,N,N), (A,A,N), (A,Ad,N) by AICc, analytic variances; 3-7: linear (t) "
               "or Poisson trend; probability = P(value >= target)",
    .reference = "Hyndman & Athanasopoulos (2021), ch. 8",
    .terms = "forecast[h], probability",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .keep_order = true,
    .run = run,
};
