/* Counts become rates per 10 000 residents with exact Poisson intervals, shares get Wilson
 * intervals; what is expected is the rate of all five regions together, with exact funnel limits.
 */
#include "analysis/benchmark.h"

#include "analysis/control.h"
#include "analysis/distribution/distribution.h"
#include "analysis/meta.h"
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
                                 "funnel_low998, funnel_high998, shrunken, rank_low, rank_high, "
                                 "signal, denominator, figure) VALUES (?1, ?2, ?3, ?4, "
                                 "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, (SELECT "
                                 "max(c.signal) FROM analysis_control AS c JOIN metrics_period "
                                 "AS p ON p.period = ?3 WHERE c.kpi = ?1 AND c.region = ?2 AND "
                                 "c.month BETWEEN substr(p.from_on, 1, 7) AND "
                                 "substr(p.to_on, 1, 7)), ?15, ?16)";

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

/* What is stored of one region. */
typedef struct {
    double value, low, high, limit[4], shrunken, rank_low, rank_high;
} Region;

/* Shrunken values and simultaneous rank intervals (Klein, Wright and Wieczorek 2020); the error of
 * a region is that of its interval. */
static void compare_regions(const Comparison *all, Region *regions)
{
    double value[NREGION], se[NREGION];
    double normal = distribution_normal_quantile(0.975);
    for (int i = 0; i < all->n; i++) {
        value[i] = regions[i].value;
        se[i] = (regions[i].high - regions[i].low) / (2.0 * normal);
        regions[i].shrunken = regions[i].rank_low = regions[i].rank_high = NAN;
    }
    Meta meta;
    if (!meta_fit(value, se, all->n, false, false, &meta))
        return;
    double reach = distribution_normal_quantile(0.5 + pow(0.95, 1.0 / all->n) / 2.0), unused;
    for (int i = 0; i < all->n; i++) {
        int above = 0, below = 0;
        for (int k = 0; k < all->n; k++) {
            above += value[k] - reach * se[k] > value[i] + reach * se[i];
            below += value[k] + reach * se[k] < value[i] - reach * se[i];
        }
        meta_shrink(&meta, value[i], se[i], &regions[i].shrunken, &unused);
        regions[i].rank_low = 1.0 + above;
        regions[i].rank_high = all->n - below;
    }
}

static void describe_regions(const Comparison *all, double theta, double scale, Region *regions)
{
    static const double LIMITS[] = {0.025, 0.975, 0.001, 0.999};
    bool defined = theta > 0.0 && !(all->is_share && theta >= 1.0);
    for (int i = 0; i < all->n; i++) {
        regions[i].value = scale * all->numerator[i] / all->denominator[i];
        interval(all, i, scale, &regions[i].low, &regions[i].high);
        for (int k = 0; k < COUNT(LIMITS); k++)
            regions[i].limit[k] =
                defined ? scale * distribution_funnel_limit(theta, all->denominator[i], LIMITS[k],
                                                            all->is_share)
                        : NAN;
    }
    compare_regions(all, regions);
}

static void bind_rank(Query *insert, int at, double rank)
{
    if (isnan(rank))
        query_bind(insert, at, "n");
    else
        query_bind(insert, at, "i", (int64_t)rank);
}

static bool store_comparison(Run *run, const Comparison *all, Query *insert)
{
    double numerator = 0.0, denominator = 0.0, scale = all->is_share ? 1.0 : PER;
    Region regions[NREGION];
    if (!is_countable(all))
        return true;
    for (int i = 0; i < all->n; i++) {
        numerator += all->numerator[i];
        denominator += all->denominator[i];
    }
    double theta = numerator / denominator;
    describe_regions(all, theta, scale, regions);
    for (int i = 0; i < all->n; i++) {
        const Region *r = &regions[i];
        query_bind(insert, 1, "tttddddddddd", all->kpi, all->region[i], all->period, r->value,
                   r->low, r->high, scale * theta, r->limit[0], r->limit[1], r->limit[2],
                   r->limit[3], r->shrunken);
        bind_rank(insert, 13, r->rank_low);
        bind_rank(insert, 14, r->rank_high);
        query_bind(
            insert, 15, "dt", all->denominator[i],
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
    if (!control_run(run) || !query_open(&values, run, SQL(VALUES_SQL)))
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
