/* Approved values. An indicator's KPI is folded up to the end of the request; with a previous store
 * the rows behind a difference are told by reason. */
#include "metrics/approved.h"

#include "core/text.h"
#include "metrics/prepare.h"

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

typedef struct {
    Run *run, *before;
    const char *item, *request;
    Period period;
    double expected;
} Approved;

static bool store(const Approved *approved, const Kpi *kpi, double found)
{
    Query into;
    double difference = found - approved->expected;
    bool holds = fabs(difference) <= 1e-9 * fmax(1, fabs(approved->expected)) ||
                 (kpi->fold == FOLD_SUM && fabs(difference) < 0.005);
    if (!query_open(&into, approved->run,
                    SQL("INSERT INTO metrics_reconciliation (source, kpi, item, region, period, "
                        "sex, expected, found, difference, holds) VALUES ('approved', ?1, ?2, "
                        "'LV', ?3, '', ?4, ?5, ?6, ?7)")))
        return false;
    query_bind(&into, 1, "ttt", kpi->id, approved->item, approved->request);
    query_bind(&into, 4, "dddi", approved->expected, found, difference, (int64_t)holds);
    query_run(&into);
    return query_close(&into);
}

static bool compare_indicators(Run *run, const Kpi *kpis, int nkpi)
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
        Approved approved = {run,
                             NULL,
                             query_text(&query, 0),
                             query_text(&query, 1),
                             {query_text_in(&query, 1, run->arena),
                              date_parse(query_text(&query, 2)), date_parse(query_text(&query, 3))},
                             query_double(&query, 4)};
        double found = NAN;
        if (kpi)
            good = value_at(run, kpi, &approved.period, &found) && store(&approved, kpi, found);
    }
    return query_close(&query) && good;
}

/* Whether an expense belongs to the line and request at hand. */
static bool is_of_line(const Approved *approved, const Change *change)
{
    Query query;
    Run *from = change->effect > 0 ? approved->run : approved->before;
    if (!query_open(&query, from,
                    SQL("SELECT line = ?2 AND (request = ?3 OR (request IS NULL AND paid_on "
                        "BETWEEN ?4 AND ?5)) FROM ingest_expense_row WHERE row = ?1")))
        return false;
    query_bind(&query, 1, "ittt", change->row, approved->item, approved->request,
               date_iso(from->arena, approved->period.from));
    query_bind(&query, 5, "t", date_iso(from->arena, approved->period.to));
    bool found = query_next(&query) && query_int(&query, 0) == 1;
    query_close(&query);
    return found;
}

static bool store_shares(const Approved *approved, const Shares *shares, bool effects)
{
    Query query;
    if (!query_open(&query, approved->run,
                    SQL("UPDATE metrics_reconciliation SET late = ?3, resubmitted = ?4, withdrawn "
                        "= ?5, late_effect = ?6, resubmitted_effect = ?7, withdrawn_effect = ?8, "
                        "definition = 0 WHERE source = 'approved' AND item = ?1 AND period = ?2")))
        return false;
    query_bind(&query, 1, "tt", approved->item, approved->request);
    for (int i = 0; i < REASON_COUNT; i++) {
        query_bind(&query, 3 + i, "i", (int64_t)shares->rows[i]);
        query_bind(&query, 6 + i, "d", effects ? sum_value(&shares->effect[i]) : NAN);
    }
    query_run(&query);
    return query_close(&query);
}

/* The rows behind one difference. A line has no KPI of its own: its rows are among the expenses. */
static bool attribute(const Approved *approved, const Kpi *kpi, bool is_line)
{
    const Change *changes;
    int count;
    Shares shares = {0};
    Date end = is_line ? approved->period.to + 366 : approved->period.to;
    if (!attribute_rows(approved->run, approved->before, kpi, end, &changes, &count))
        return false;
    for (int i = 0; i < count; i++) {
        if (is_line && !is_of_line(approved, &changes[i]))
            continue;
        shares.rows[changes[i].reason]++;
        sum_add(&shares.effect[changes[i].reason], changes[i].effect);
    }
    return store_shares(approved, &shares, kpi->additive);
}

static bool attribute_all(Run *run, Run *before, const Kpi *kpis, int nkpi)
{
    Query query;
    bool good = true;
    if (!query_open(&query, run,
                    SQL("SELECT c.item, c.period, r.\"from\", r.\"to\", COALESCE(c.kpi, "
                        "'expense_eligible_eur'), c.kpi IS NULL FROM metrics_reconciliation AS c "
                        "JOIN ingest_request AS r ON r.request = c.period WHERE c.source = "
                        "'approved' AND c.holds = 0 ORDER BY c.period, c.item")))
        return false;
    while (good && query_next(&query)) {
        Approved approved = {
            run,
            before,
            query_text_in(&query, 0, run->arena),
            query_text_in(&query, 1, run->arena),
            {NULL, date_parse(query_text(&query, 2)), date_parse(query_text(&query, 3))},
            NAN};
        const Kpi *kpi = find_kpi(kpis, nkpi, query_text(&query, 4));
        good = !kpi || attribute(&approved, kpi, query_int(&query, 5) == 1);
    }
    return query_close(&query) && good;
}

bool approved_compare(Run *run, Run *before, const Kpi *kpis, int nkpi)
{
    return script_run(run, "metrics/approved.sql") && compare_indicators(run, kpis, nkpi) &&
           (!before || attribute_all(run, before, kpis, nkpi));
}
