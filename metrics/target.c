/* Targets: a period, a date or `*` becomes days; region `*` becomes one row for each of the five.
 */
#include "metrics/target.h"

#include "core/text.h"
#include "metrics/calendar.h"
#include "metrics/fold.h"

/* The file and line of an ingested row. */
static Place place_of(Run *run, int64_t row)
{
    Query query;
    Place at = {NULL, (int)(row & 0xFFFFFFFF), 0};
    if (!query_open(&query, run, SQL("SELECT path FROM ingest_file WHERE file = ?1")))
        return at;
    query_bind(&query, 1, "i", row >> 32);
    if (query_next(&query))
        at.file = query_text_in(&query, 0, run->arena);
    query_close(&query);
    return at;
}

/* A target on a KPI that is none is of no use: warn once at its row. */
static bool is_kpi(Run *run, const Kpi *kpis, int nkpi, const char *name, int64_t row)
{
    const char **names = arena_new(run->arena, const char *, nkpi);
    for (int i = 0; i < nkpi; i++) {
        names[i] = kpis[i].id;
        if (text_equal(kpis[i].id, name))
            return true;
    }
    const char *near = text_nearest(run->arena, name, names, nkpi);
    diag_report(run->diag, place_of(run, row), MSG_METRICS_TARGET, name,
                !near ? ""
                      : arena_format(run->arena,
                                     diag_lang(run->diag) == LANG_LV ? "; iespējams, '%s'"
                                                                     : "; perhaps '%s'",
                                     near));
    return false;
}

/* The days of a target's period: both for a period, the last alone for a date, none for `*`. */
static bool find_days(Run *run, const char *period, const char **from, const char **to)
{
    Period found;
    *from = *to = NULL;
    if (text_equal(period, "*"))
        return true;
    if (date_parse(period) != DATE_NONE) {
        *to = period;
        return true;
    }
    if (!calendar_find(run, period, &found))
        return false;
    *from = date_iso(run->arena, found.from);
    *to = date_iso(run->arena, found.to);
    return true;
}

static void insert(Query *insert, const Query *target, const char *region, const char *from,
                   const char *to, bool own)
{
    query_bind(insert, 1, "ttttt", query_text(target, 1), region, query_text(target, 3), from, to);
    query_bind(insert, 6, "dt", query_double(target, 4), query_text(target, 5));
    query_bind(insert, 8, "i", query_int(target, 6));
    query_bind(insert, 9, "i", (int64_t)own);
    query_run(insert);
}

static void fill_one(Run *run, const Query *target, Query *into)
{
    const char *region = query_text(target, 2), *from, *to;
    if (!find_days(run, query_text(target, 3), &from, &to)) {
        diag_report(run->diag, place_of(run, query_int(target, 0)), MSG_CLI_PERIOD,
                    query_text(target, 3));
        return;
    }
    if (!text_equal(region, "*")) {
        insert(into, target, region, from, to, true);
        return;
    }
    for (int i = 0; i < REGION_LV; i++)
        insert(into, target, FOLD_REGIONS[i], from, to, false);
}

bool target_fill(Run *run, const Kpi *kpis, int nkpi)
{
    Query target, into;
    if (!query_open(&target, run,
                    SQL("SELECT row, kpi, region, period, target, kind, COALESCE(basket, 0) FROM "
                        "ingest_target ORDER BY kpi, region, period, row")))
        return false;
    if (!query_open(
            &into, run,
            SQL("INSERT INTO metrics_target VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"))) {
        query_close(&target);
        return false;
    }
    while (query_next(&target))
        if (is_kpi(run, kpis, nkpi, query_text(&target, 1), query_int(&target, 0)))
            fill_one(run, &target, &into);
    bool good = query_close(&into);
    return query_close(&target) && good;
}
