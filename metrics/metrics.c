/* The stage: days and periods, persons, the KPIs' views and fold, completeness and targets, checks,
 * disclosure control, publication. */
#include "metrics/metrics.h"

#include "core/progress.h"
#include "core/text.h"
#include "metrics/calendar.h"
#include "metrics/check.h"
#include "metrics/fold.h"
#include "metrics/kpi.h"
#include "metrics/prepare.h"
#include "metrics/protect.h"
#include "metrics/reconcile.h"
#include "metrics/target.h"

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
    return calendar_make(run, &calendar) && prepare_run(run) && kpi_list(run, &kpis, &count) &&
           fold_all(run, kpis, count, &calendar) && target_fill(run, kpis, count) &&
           script_run(run, "metrics/complete.sql") && check_run(run) &&
           reconcile_run(run, kpis, count, &calendar) && protect_run(run, &calendar) &&
           script_run(run, "metrics/publish.sql");
}

const Stage METRICS = {"metrics", "metrics/schema.sql", false, run_metrics};
