/* XmR charts by month: the estimator `control_chart` on the counted rows of each KPI. */
#include "analysis/control.h"

#include "analysis/call.h"
#include "analysis/frame.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

enum { LEAST_MONTHS = 8 };

/* Months that are over by as-of; every one of them, empty ones too. */
static const char MONTHS_SQL[] =
    "WITH RECURSIVE month (from_on) AS (SELECT substr((SELECT value FROM ingest_programme WHERE "
    "key = "
    "'programme.start'), 1, 7) || '-01' UNION ALL SELECT date_months(from_on, 1) FROM month WHERE "
    "date_months(from_on, 2) "
    "<= date_add((SELECT value FROM metrics_setting WHERE key = 'as_of'), 1)) "
    "SELECT r.region, substr(m.from_on, 1, 7) AS month, coalesce(t.value, 0.0) AS y FROM "
    "ingest_region AS r CROSS JOIN month AS m "
    "LEFT JOIN (SELECT region, substr(on_date, 1, 7) AS month, exact_sum(%s) AS value FROM "
    "\"metrics_kpi_%s\" GROUP BY "
    "region, month) AS t ON t.region = r.region AND t.month = substr(m.from_on, 1, 7) ORDER BY "
    "r.region, m.from_on";

static double value_of(const EstimateList *list, const char *term, const char *month, Arena *arena)
{
    return call_term(list, arena_format(arena, "%s[%s]", term, month))->estimate;
}

static bool store_chart(Run *run, const char *kpi, const char *region, const Frame *frame,
                        const EstimateList *list, Arena *arena)
{
    Query insert;
    const Column *month = frame_column(frame, "month"), *y = frame_column(frame, "y");
    double centre = call_term(list, "centre")->estimate;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_control (kpi, region, month, position, value, "
                        "centre, low, high, signal, figure) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")))
        return false;
    for (int i = 0; i < frame->nrow; i++) {
        const char *name = month->level[(int)month->x[i]];
        query_bind(&insert, 1, "tttidddd", kpi, region, name, (int64_t)(i + 1), y->x[i], centre,
                   fmax(0.0, value_of(list, "limit_low", name, arena)),
                   value_of(list, "limit_high", name, arena));
        query_bind(&insert, 9, "it", (int64_t)value_of(list, "signal", name, arena),
                   arena_format(arena, "control.%s.%s.%s", kpi, region, name));
        query_run(&insert);
    }
    return query_close(&insert);
}

/* The rows of one region, in the order of months. */
static Frame part_of(const Frame *frame, int region, Arena *arena)
{
    const Column *by = frame_column(frame, "region");
    Frame part = *frame;
    Column *columns = arena_new(arena, Column, frame->ncolumn + 1);
    for (int k = 0; k < frame->ncolumn; k++) {
        double *x = arena_new(arena, double, frame->nrow + 1);
        part.nrow = 0;
        for (int i = 0; i < frame->nrow; i++)
            if ((int)by->x[i] == region)
                x[part.nrow++] = frame->column[k].x[i];
        columns[k] = frame->column[k];
        columns[k].x = x;
    }
    part.column = columns;
    return part;
}

static bool chart_kpi(Run *run, const char *kpi, bool is_sum)
{
    Arena *arena = arena_open();
    Frame frame;
    bool good = call_frame(
        run,
        (Sql){__FILE__, __LINE__, arena_format(arena, MONTHS_SQL, is_sum ? "value" : "1.0", kpi)},
        arena, &frame);
    const Column *region = good && frame.nrow ? frame_column(&frame, "region") : NULL;
    for (int r = 0; region && region->level && r < region->nlevel && good; r++) {
        EstimateList list = {.arena = arena};
        Frame part = part_of(&frame, r, arena);
        if (part.nrow >= LEAST_MONTHS &&
            call_estimator(run, "control_chart", &part, "y=y;time=month", arena, &list) &&
            list.count > 1)
            good = store_chart(run, kpi, region->level[r], &part, &list, arena);
    }
    arena_close(arena);
    return good;
}

bool control_run(Run *run)
{
    Query query;
    const char **kpis = NULL;
    bool *sums = arena_new(run->arena, bool, 512);
    int n = 0, capacity = 0;
    if (!query_open(&query, run,
                    SQL("SELECT kpi, fold = 'sum' FROM metrics_catalogue WHERE fold = 'count' OR "
                        "(fold = 'sum' AND "
                        "unit IN ('visit', 'hour')) ORDER BY position, kpi")))
        return false;
    while (query_next(&query) && n < 512) {
        kpis = arena_room(run->arena, kpis, sizeof *kpis, n, &capacity);
        sums[n] = query_int(&query, 1) != 0;
        kpis[n++] = query_text_in(&query, 0, run->arena);
    }
    if (!query_close(&query))
        return false;
    for (int i = 0; i < n; i++)
        if (frame_has_table(run, arena_format(run->arena, "metrics_kpi_%s", kpis[i])) &&
            !chart_kpi(run, kpis[i], sums[i]))
            return false;
    return true;
}
