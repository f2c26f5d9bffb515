/* Counts become rates per 10 000 residents with exact Poisson intervals, shares get Wilson
 * intervals; what is expected is the rate of all five regions together, with exact funnel limits.
 */
#include "analysis/benchmark.h"

#include "analysis/distribution/distribution.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

enum { NREGION = 5 };
static const double PER = 10000.0;

/* One indicator in one period, all regions. */
typedef struct {
    char kpi[96], period[64];
    bool is_share;
    char region[NREGION][16];
    double numerator[NREGION], denominator[NREGION];
    int n;
} Comparison;

static const char VALUES_SQL[] =
    "SELECT v.kpi, v.period, v.region, c.fold = 'ratio' AS is_share, "
    "CASE WHEN c.fold = 'ratio' THEN v.numerator ELSE v.cumulative END AS numerator, "
    "CASE WHEN c.fold = 'ratio' THEN v.denominator ELSE r.residents END AS denominator "
    "FROM metrics_value AS v JOIN metrics_catalogue AS c ON c.kpi = v.kpi "
    "JOIN metrics_period AS p ON p.period = v.period AND p.grid = 1 "
    "LEFT JOIN metrics_residents AS r ON r.region = v.region AND r.period = v.period AND r.sex = "
    "'' "
    "WHERE v.sex = '' AND v.region <> 'LV' AND v.state <> 'not_reported' "
    "AND (c.fold IN ('count', 'distinct', 'stock') OR (c.fold = 'ratio' AND c.format = 'share')) "
    "ORDER BY v.kpi, p.position, v.region";

static const char INSERT_SQL[] = "INSERT INTO analysis_benchmark (kpi, region, period, value, low, "
                                 "high, expected, funnel_low95, funnel_high95, "
                                 "funnel_low998, funnel_high998, denominator, figure) VALUES (?1, "
                                 "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                                 "?13)";

/* Whether the numerators are whole counts not above the denominators, so that the models hold. */
static bool is_countable(const Comparison *all)
{
    for (int i = 0; i < all->n; i++) {
        if (all->numerator[i] != floor(all->numerator[i]))
            return false;
        if (all->is_share && (all->numerator[i] > all->denominator[i] ||
                              all->denominator[i] != floor(all->denominator[i])))
            return false;
    }
    return all->n > 0;
}

static void interval(const Comparison *all, int i, double scale, double *low, double *high)
{
    if (all->is_share) {
        distribution_wilson(all->numerator[i], all->denominator[i], 0.95, low, high);
        return;
    }
    distribution_poisson_exact(all->numerator[i], 0.95, low, high);
    *low *= scale / all->denominator[i];
    *high *= scale / all->denominator[i];
}

static bool store_comparison(Run *run, const Comparison *all, Query *insert)
{
    static const double LIMITS[] = {0.025, 0.975, 0.001, 0.999};
    double numerator = 0.0, denominator = 0.0, scale = all->is_share ? 1.0 : PER;
    if (!is_countable(all))
        return true;
    for (int i = 0; i < all->n; i++) {
        numerator += all->numerator[i];
        denominator += all->denominator[i];
    }
    double theta = numerator / denominator;
    for (int i = 0; i < all->n; i++) {
        double low, high, limit[COUNT(LIMITS)];
        interval(all, i, scale, &low, &high);
        bool defined = theta > 0.0 && !(all->is_share && theta >= 1.0);
        for (int k = 0; k < COUNT(LIMITS); k++)
            limit[k] = defined ? scale * distribution_funnel_limit(theta, all->denominator[i],
                                                                   LIMITS[k], all->is_share)
                               : NAN;
        query_bind(insert, 1, "tttdddddddd", all->kpi, all->region[i], all->period,
                   scale * all->numerator[i] / all->denominator[i], low, high, scale * theta,
                   limit[0], limit[1], limit[2], limit[3]);
        query_bind(
            insert, 12, "dt", all->denominator[i],
            arena_format(run->arena, "bench.%s.%s.%s", all->kpi, all->region[i], all->period));
        if (!query_run(insert))
            return false;
    }
    return true;
}

bool benchmark_run(Run *run)
{
    Query values, insert;
    Comparison all = {0};
    if (!query_open(&values, run, SQL(VALUES_SQL)))
        return false;
    if (!query_open(&insert, run, SQL(INSERT_SQL))) {
        query_close(&values);
        return false;
    }
    bool good = true;
    while (good && query_next(&values)) {
        if (strcmp(all.kpi, query_text(&values, 0)) != 0 ||
            strcmp(all.period, query_text(&values, 1)) != 0) {
            good = store_comparison(run, &all, &insert);
            all = (Comparison){.is_share = query_int(&values, 3) != 0};
            snprintf(all.kpi, sizeof all.kpi, "%s", query_text(&values, 0));
            snprintf(all.period, sizeof all.period, "%s", query_text(&values, 1));
        }
        double numerator = query_double(&values, 4), denominator = query_double(&values, 5);
        if (isnan(numerator) || !(denominator > 0.0) || all.n == NREGION)
            continue;
        snprintf(all.region[all.n], sizeof all.region[0], "%s", query_text(&values, 2));
        all.numerator[all.n] = numerator;
        all.denominator[all.n++] = denominator;
    }
    good = good && store_comparison(run, &all, &insert);
    good = query_close(&values) && good;
    return query_close(&insert) && good;
}
