/* The stage: days and periods, persons, the KPIs' views and fold, completeness and targets, checks,
 * disclosure control, publication. */
#include "metrics/metrics.h"

#include "core/progress.h"
#include "core/text.h"
#include "metrics/calendar.h"
#include "metrics/check.h"
#include "metrics/fold.h"
#include "metrics/kpi.h"
#include "metrics/protect.h"
#include "metrics/target.h"

static bool run_script(Run *run, const char *name)
{
    const Asset *asset = asset_find(run, name);
    if (!asset)
        return diag_fail(run->diag, (Place){name, 0, 0}, MSG_FILE_OPEN, name, "?");
    return db_exec(run, asset_sql(asset));
}

/* How many items each survey row answers: one column of ingest_survey an item, so the statement is
 * written from the list of items; names are quoted as identifiers. */
static bool fill_answers(Run *run)
{
    Query items, survey;
    Buffer sql = buffer_open(run->arena);
    if (!query_open(&survey, run, SQL("SELECT * FROM ingest_survey LIMIT 0")))
        return false;
    if (!query_open(
            &items, run,
            SQL("SELECT DISTINCT item, printf('\"%w\"', item) FROM ingest_item ORDER BY 1"))) {
        query_close(&survey);
        return false;
    }
    buffer_text(&sql, "INSERT INTO metrics_answer SELECT row, 0");
    while (query_next(&items))
        if (query_column(&survey, query_text(&items, 0)) >= 0)
            buffer_format(&sql, " + (%s IS NOT NULL)", query_text(&items, 1));
    buffer_text(&sql, " FROM ingest_survey");
    query_close(&survey);
    return query_close(&items) && db_exec(run, SQL(buffer_end(&sql)));
}

static bool fold_all(Run *run, const Kpi *kpis, int count, const Calendar *calendar)
{
    for (int i = 0; i < count; i++) {
        Fold fold;
        ArenaMark mark = arena_mark(run->arena);
        progress_show(run, METRICS.name, kpis[i].id, i, count);
        bool good = kpi_store(run, &kpis[i], i + 1) &&
                    fold_run(run, run->arena, &kpis[i], calendar, &fold) && fold_store(run, &fold);
        arena_release(run->arena, mark);
        if (!good)
            return false;
    }
    return true;
}

static bool run_metrics(Run *run)
{
    Calendar calendar;
    const Kpi *kpis;
    int count;
    return calendar_make(run, &calendar) && run_script(run, "metrics/prepare.sql") &&
           fill_answers(run) && kpi_list(run, &kpis, &count) &&
           fold_all(run, kpis, count, &calendar) && target_fill(run, kpis, count) &&
           run_script(run, "metrics/complete.sql") && check_run(run) && protect_run(run) &&
           run_script(run, "metrics/publish.sql");
}

const Stage METRICS = {"metrics", "metrics/schema.sql", false, run_metrics};
