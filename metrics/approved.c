/* Approved indicator values: the KPI is folded up to the end of the request they belong to. */
#include "metrics/approved.h"

#include "core/text.h"
#include "metrics/fold.h"

#include <math.h>

static const Kpi *find_kpi(const Kpi *kpis, int nkpi, const char *id)
{
    for (int i = 0; i < nkpi; i++)
        if (text_equal(kpis[i].id, id))
            return &kpis[i];
    return NULL;
}

/* The cumulative value of the whole country at the end of `period`. */
static bool value_at(Run *run, const Kpi *kpi, const Period *period, double *value)
{
    Calendar calendar = {.as_of = period->to, .nperiod = 1, .periods = period, .ngrid = 1};
    Fold fold;
    if (!fold_run(run, run->arena, kpi, &calendar, &fold))
        return false;
    *value = fold_value(kpi, &fold_cell(&fold, REGION_LV, 0, 0)->cumulative);
    return true;
}

static bool store(Run *run, const Query *approved, const Kpi *kpi, double found)
{
    Query into;
    double expected = query_double(approved, 4);
    double difference = found - expected;
    bool holds = fabs(difference) <= 1e-9 * fmax(1, fabs(expected)) ||
                 (kpi->fold == FOLD_SUM && fabs(difference) < 0.005);
    if (!query_open(&into, run,
                    SQL("INSERT INTO metrics_reconciliation (source, kpi, item, region, period, "
                        "sex, expected, found, difference, holds) VALUES ('approved', ?1, ?2, "
                        "'LV', ?3, '', ?4, ?5, ?6, ?7)")))
        return false;
    query_bind(&into, 1, "ttt", kpi->id, query_text(approved, 0), query_text(approved, 1));
    query_bind(&into, 4, "dddi", expected, found, difference, (int64_t)holds);
    query_run(&into);
    return query_close(&into);
}

bool approved_indicators(Run *run, const Kpi *kpis, int nkpi)
{
    Query query;
    bool good = true;
    if (!query_open(&query, run,
                    SQL("SELECT a.item, a.request, r.\"from\", r.\"to\", a.value, n.kpi FROM "
                        "ingest_approved AS a JOIN ingest_request AS r ON r.request = a.request "
                        "JOIN ingest_indicator AS n ON n.code = a.item JOIN metrics_setting AS s "
                        "ON s.key = 'as_of' AND r.\"to\" <= s.value ORDER BY a.request, a.item")))
        return false;
    while (good && query_next(&query)) {
        const Kpi *kpi = find_kpi(kpis, nkpi, query_text(&query, 5));
        Period period = {query_text_in(&query, 1, run->arena), date_parse(query_text(&query, 2)),
                         date_parse(query_text(&query, 3))};
        double found = NAN;
        if (kpi)
            good = value_at(run, kpi, &period, &found) && store(run, &query, kpi, found);
    }
    return query_close(&query) && good;
}
