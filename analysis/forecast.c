/* Will a target be reached by its date? From the periods so far: the increments are taken as drawn
 * around one rate, so the forecast is C + H m with variance H s² + H² s²/n and t with n − 1 (H:
 * periods left). A counted thing is never steadier than Poisson: s² ≥ m. Ratios: the mean of the
 * periods. Fewer than three periods give no forecast. */
#include "analysis/forecast.h"

#include "analysis/distribution/distribution.h"
#include "core/date.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

enum { LEAST_POINTS = 3, MOST_PERIODS = 256 };

/* One indicator in one region, period by period. */
typedef struct {
    char kpi[96], region[32];
    bool is_ratio, is_count, less;
    double value[MOST_PERIODS]; /* in period; NaN not known */
    int n;
} Series;

typedef struct {
    const char *period, *to_on, *state, *target_kind, *target_on;
    double in_period, cumulative, target;
} Point;

typedef struct {
    double forecast, low, high, probability;
    const char *status;
    char model[64];
} Forecast;

static const char *status_of(double probability)
{
    return probability >= 0.8 ? "on_track" : probability >= 0.4 ? "at_risk" : "off_track";
}

/* Mean, variance and number of the known values. */
static int moments(const Series *series, double *mean, double *variance)
{
    double sum = 0.0, squares = 0.0;
    int n = 0;
    for (int i = 0; i < series->n; i++)
        if (!isnan(series->value[i])) {
            sum += series->value[i];
            n++;
        }
    *mean = n ? sum / n : NAN;
    for (int i = 0; i < series->n; i++)
        if (!isnan(series->value[i]))
            squares += (series->value[i] - *mean) * (series->value[i] - *mean);
    *variance = n > 1 ? squares / (n - 1.0) : NAN;
    if (series->is_count && *variance < *mean)
        *variance = *mean;
    return n;
}

/* Periods from the end of `point` to the target's date, by days. */
static double periods_left(const Point *point, double length_days)
{
    Date target = point->target_on ? date_parse(point->target_on) : DATE_NONE,
         now = date_parse(point->to_on);
    if (target == DATE_NONE || now == DATE_NONE || length_days <= 0.0)
        return 0.0;
    return fmax(0.0, (target - now) / length_days);
}

static void extrapolate(const Series *series, const Point *point, double left, Forecast *forecast)
{
    double mean, variance, spread;
    int n = moments(series, &mean, &variance);
    if (n < LEAST_POINTS) {
        forecast->status = "no_forecast";
        return;
    }
    if (series->is_ratio) {
        forecast->forecast = mean;
        spread = variance * (1.0 + 1.0 / n);
    } else {
        forecast->forecast = point->cumulative + left * mean;
        spread = left * variance + left * left * variance / n;
    }
    snprintf(forecast->model, sizeof forecast->model, "%s n=%d",
             series->is_ratio ? "mean" : "constant_rate", n);
    if (!(spread > 0.0)) {
        forecast->status = "no_forecast";
        forecast->forecast = NAN;
        return;
    }
    double se = sqrt(spread), reach = distribution_t_quantile(0.975, n - 1.0) * se;
    forecast->low = series->is_ratio ? forecast->forecast - reach
                                     : fmax(point->cumulative, forecast->forecast - reach);
    forecast->high = forecast->forecast + reach;
    double upper = distribution_t_upper((point->target - forecast->forecast) / se, n - 1.0);
    forecast->probability = series->less ? 1.0 - upper : upper;
    forecast->status = status_of(forecast->probability);
}

static Forecast judge(const Series *series, const Point *point, double length_days)
{
    Forecast forecast = {NAN, NAN, NAN, NAN, "no_target", ""};
    bool cumulative = text_equal(point->target_kind, "cumulative") && !series->is_ratio;
    double value = cumulative || (series->is_ratio && text_equal(point->target_kind, "cumulative"))
                       ? point->cumulative
                       : point->in_period;
    if (text_equal(point->state, "not_reported"))
        forecast.status = "not_reported";
    else if (!isnan(point->target)) {
        double left = periods_left(point, length_days);
        bool reached = series->less ? value <= point->target : value >= point->target;
        if (isnan(value))
            forecast.status = "no_forecast";
        else if (reached && (!series->less || left == 0.0))
            forecast.status = "met";
        else if (left == 0.0 || !text_equal(point->target_kind, "cumulative"))
            forecast.status = "off_track"; /* its time is over */
        else
            extrapolate(series, point, left, &forecast);
    }
    return forecast;
}

static void store(Query *insert, const Series *series, const Point *point, const Forecast *forecast,
                  Arena *arena)
{
    query_bind(insert, 1, "tttddddtt", series->kpi, series->region, point->period,
               forecast->forecast, forecast->low, forecast->high, forecast->probability,
               forecast->status, *forecast->model ? forecast->model : NULL);
    query_bind(insert, 10, "t",
               arena_format(arena, "kpi.%s.%s.%s", series->kpi, series->region, point->period));
    query_run(insert);
}

static const char VALUES_SQL[] =
    "SELECT v.kpi, v.region, v.period, p.to_on, v.state, v.in_period, v.cumulative, v.target, "
    "v.target_kind, "
    "v.target_on, c.fold, c.direction, p.from_on FROM metrics_value AS v "
    "JOIN metrics_period AS p ON p.period = v.period AND p.grid = 1 "
    "JOIN metrics_catalogue AS c ON c.kpi = v.kpi WHERE v.sex = '' ORDER BY v.kpi, v.region, "
    "p.position";

static void start_series(Series *series, Query *values)
{
    *series = (Series){0};
    snprintf(series->kpi, sizeof series->kpi, "%s", query_text(values, 0));
    snprintf(series->region, sizeof series->region, "%s", query_text(values, 1));
    const char *fold = query_text(values, 10);
    series->is_ratio = text_equal(fold, "ratio");
    series->is_count = text_equal(fold, "count") || text_equal(fold, "distinct");
    series->less = text_equal(query_text(values, 11), "less");
}

static Point read_point(Query *values, Arena *arena)
{
    return (Point){query_text_in(values, 2, arena), query_text_in(values, 3, arena),
                   query_text_in(values, 4, arena), query_text_in(values, 8, arena),
                   query_text_in(values, 9, arena), query_double(values, 5),
                   query_double(values, 6),         query_double(values, 7)};
}

bool forecast_run(Run *run)
{
    Query values, insert;
    Series series = {0};
    if (!query_open(&values, run, SQL(VALUES_SQL)))
        return false;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_forecast (kpi, region, period, forecast, "
                        "forecast_low, forecast_high, "
                        "probability, status, model, figure) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                        "?8, ?9, ?10)"))) {
        query_close(&values);
        return false;
    }
    double before = NAN;
    while (query_next(&values)) {
        ArenaMark mark = arena_mark(run->arena);
        if (strcmp(series.kpi, query_text(&values, 0)) != 0 ||
            strcmp(series.region, query_text(&values, 1)) != 0) {
            start_series(&series, &values);
            before = NAN;
        }
        Point point = read_point(&values, run->arena);
        /* a stock's increments are the changes of what was ever opened */
        double step = text_equal(query_text(&values, 10), "stock")
                          ? point.cumulative - (isnan(before) ? 0.0 : before)
                          : point.in_period;
        before = point.cumulative;
        if (series.n < MOST_PERIODS)
            series.value[series.n++] = step;
        double length = date_parse(point.to_on) - date_parse(query_text(&values, 12)) + 1.0;
        Forecast forecast = judge(&series, &point, length);
        store(&insert, &series, &point, &forecast, run->arena);
        arena_release(run->arena, mark);
    }
    bool good = query_close(&values);
    return query_close(&insert) && good;
}
