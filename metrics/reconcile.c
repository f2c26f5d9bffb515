/* Reconciles with the store given by --previous: loads its values, tests, and says which rows are
 * behind each difference. */
#include "metrics/reconcile.h"

#include "core/stage.h"
#include "core/text.h"
#include "metrics/approved.h"
#include "core/asset.h"
#include "metrics/prepare.h"

#include <math.h>
#include <string.h>

/* The period of this run with the same days; NULL if it has none. */
static const char *same_period(const Calendar *calendar, const char *from, const char *to)
{
    Date first = date_parse(from), last = date_parse(to);
    for (int i = 0; i < calendar->nperiod; i++)
        if (calendar->periods[i].from == first && calendar->periods[i].to == last)
            return calendar->periods[i].name;
    return NULL;
}

static bool copy_values(Run *run, Run *before, const Calendar *calendar)
{
    Query values, into;
    if (!query_open(&values, before,
                    SQL("SELECT v.kpi, v.region, v.sex, p.from_on, p.to_on, v.in_period, "
                        "v.cumulative, h.hidden_in, h.hidden_cumulative FROM metrics_value AS v "
                        "JOIN metrics_period AS p ON p.period = v.period JOIN "
                        "metrics_value_published AS h ON h.kpi = v.kpi AND h.region = v.region AND "
                        "h.period = v.period AND h.sex = v.sex")))
        return false;
    if (!query_open(&into, run,
                    SQL("INSERT OR IGNORE INTO metrics_previous VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                        "?7, ?8)"))) {
        query_close(&values);
        return false;
    }
    while (query_next(&values)) {
        const char *period = same_period(calendar, query_text(&values, 3), query_text(&values, 4));
        if (!period)
            continue;
        query_bind(&into, 1, "tttt", query_text(&values, 0), query_text(&values, 1), period,
                   query_text(&values, 2));
        query_bind(&into, 5, "ddii", query_double(&values, 5), query_double(&values, 6),
                   query_int(&values, 7), query_int(&values, 8));
        query_run(&into);
    }
    bool good = query_close(&into);
    return query_close(&values) && good;
}

/* Whether the KPI's SQL or fold is another than in the previous store. */
static bool is_redefined(Run *run, Run *before, const char *kpi)
{
    static const char TEXT[] = "SELECT fold || ' ' || sql FROM metrics_catalogue WHERE kpi = ?1";
    return !text_equal(db_text(run, run->arena, SQL(TEXT), kpi, ""),
                       db_text(before, run->arena, SQL(TEXT), kpi, ""));
}

static Shares share_out(const Change *changes, int count, int region, int sex)
{
    Shares shares = {0};
    for (int i = 0; i < count; i++) {
        const Change *change = &changes[i];
        if ((region != REGION_LV && change->region != region) || (sex && change->sex != sex))
            continue;
        shares.rows[change->reason]++;
        sum_add(&shares.effect[change->reason], change->effect);
    }
    return shares;
}

static bool store_shares(Run *run, const Kpi *kpi, bool redefined, const Change *changes, int count)
{
    Query query;
    if (!query_open(
            &query, run,
            SQL("UPDATE metrics_reconciliation SET late = ?4, resubmitted = ?5, withdrawn = ?6, "
                "late_effect = ?7, resubmitted_effect = ?8, withdrawn_effect = ?9, definition = "
                "?10 "
                "WHERE source = 'previous' AND kpi = ?1 AND region = ?2 AND sex = ?3 AND holds = "
                "0")))
        return false;
    for (int region = 0; region < REGION_COUNT; region++)
        for (int sex = 0; sex < SEX_COUNT; sex++) {
            Shares shares = share_out(changes, count, region, sex);
            query_bind(&query, 1, "ttt", kpi->id, FOLD_REGIONS[region], FOLD_SEXES[sex]);
            for (int i = 0; i < REASON_COUNT; i++) {
                query_bind(&query, 4 + i, "i", (int64_t)shares.rows[i]);
                query_bind(&query, 7 + i, "d", kpi->additive ? sum_value(&shares.effect[i]) : NAN);
            }
            query_bind(&query, 10, "i", (int64_t)redefined);
            query_run(&query);
        }
    return query_close(&query);
}

/* Attributes the differences of one KPI, if it has any. */
static bool attribute(Run *run, Run *before, const Kpi *kpi, Date end)
{
    const Change *changes;
    int count;
    if (db_double(run,
                  SQL("SELECT count(*) FROM metrics_reconciliation WHERE source = 'previous' AND "
                      "kpi = ?1 AND holds = 0"),
                  kpi->id, 0) == 0)
        return true;
    return attribute_rows(run, before, kpi, end, &changes, &count) &&
           store_shares(run, kpi, is_redefined(run, before, kpi->id), changes, count);
}

static bool compare(Run *run, Run *before, const Kpi *kpis, int nkpi, const Calendar *calendar)
{
    const char *name =
        db_text(run, run->arena,
                SQL("SELECT value FROM metrics_setting WHERE key = 'previous_period'"), NULL, "");
    int before_it = calendar_index(calendar, name);
    if (!copy_values(run, before, calendar))
        return false;
    if (before_it < 0 || db_double(run,
                                   SQL("SELECT count(*) FROM metrics_previous WHERE period = "
                                       "?1"),
                                   name, 0) == 0) {
        diag_report(run->diag, (Place){run->options->previous, 0, 0}, MSG_METRICS_PREVIOUS, name);
        return true;
    }
    if (!script_run(run, "metrics/reconcile.sql"))
        return false;
    for (int i = 0; i < nkpi; i++)
        if (!attribute(run, before, &kpis[i], calendar->periods[before_it].to))
            return false;
    return true;
}

static bool store_hash(Run *run)
{
    size_t size;
    ArenaMark mark = arena_mark(run->arena);
    const char *bytes = file_read(run, run->arena, run->options->previous, &size);
    Query query;
    bool good =
        bytes &&
        query_open(&query, run, SQL("INSERT INTO metrics_setting VALUES ('previous_sha256', ?1)"));
    if (good) {
        query_bind(&query, 1, "t", text_sha256(run->arena, bytes, size));
        query_run(&query);
        good = query_close(&query);
    }
    arena_release(run->arena, mark);
    return good;
}

static bool reconcile_previous(Run *run, const Kpi *kpis, int nkpi, const Calendar *calendar)
{
    Run before = *run;
    before.db = NULL;
    before.fence = NULL;
    if (!store_hash(run) || !db_open(&before, run->options->previous, true))
        return false;
    bool good = db_has_table(&before, "metrics_value_published");
    if (!good)
        diag_report(run->diag, (Place){run->options->previous, 0, 0}, MSG_STORE_STAGE, "metrics",
                    "metrics");
    good = good && compare(run, &before, kpis, nkpi, calendar) &&
           approved_compare(run, &before, kpis, nkpi);
    db_close(&before);
    return good;
}

/* "; late rows: 2, re-submitted: 0 …", or nothing where no store to compare with was given. */
static const char *attribution(Run *run, const Query *query)
{
    if (query_is_null(query, 6))
        return "";
    return arena_format(run->arena,
                        diag_lang(run->diag) == LANG_LV
                            ? "; novēlotas rindas: %d, no jauna iesniegtas: %d, atsauktas: %d, "
                              "mainīta definīcija: %d"
                            : "; late rows: %d, re-submitted: %d, withdrawn: %d, changed "
                              "definition: %d",
                        (int)query_int(query, 6), (int)query_int(query, 7),
                        (int)query_int(query, 8), (int)query_int(query, 9));
}

/* One diagnostic a KPI or item, with the widest difference's numbers and reasons. */
static bool report(Run *run)
{
    Query query;
    if (!query_open(
            &query, run,
            SQL("SELECT source, item, region, period, expected, found, late, "
                "resubmitted, withdrawn, definition "
                "FROM metrics_reconciliation WHERE holds = 0 AND sex = '' "
                "AND (region = 'LV' OR source = 'approved' OR NOT EXISTS (SELECT 1 FROM "
                "metrics_reconciliation AS w WHERE w.item = metrics_reconciliation.item AND "
                "w.region = 'LV' AND w.holds = 0 AND w.sex = '')) "
                "ORDER BY source, period, item, region")))
        return false;
    while (query_next(&query)) {
        if (text_equal(query_text(&query, 0), "approved"))
            diag_report(run->diag, (Place){0}, MSG_METRICS_APPROVED, query_text(&query, 1),
                        query_text(&query, 3), query_double(&query, 5), query_double(&query, 4),
                        attribution(run, &query));
        else
            diag_report(run->diag, (Place){0}, MSG_METRICS_RECONCILE, query_text(&query, 1),
                        query_text(&query, 2), query_text(&query, 3), query_double(&query, 5),
                        query_double(&query, 4), attribution(run, &query));
    }
    return query_close(&query);
}

bool reconcile_run(Run *run, const Kpi *kpis, int nkpi, const Calendar *calendar)
{
    bool good = run->options->previous ? reconcile_previous(run, kpis, nkpi, calendar)
                                       : approved_compare(run, NULL, kpis, nkpi);
    return good && report(run);
}
