/* One table after the other, in the order in which they read each other; the recommendations last,
 * since their rules may read any. */
#include "analysis/impact.h"

#include "analysis/attrition.h"
#include "analysis/balance_table.h"
#include "analysis/likert.h"
#include "analysis/lorenz.h"
#include "analysis/recommend.h"
#include "analysis/scale_language.h"
#include "core/asset.h"

static bool run_scripts(Run *run, const char *const *names, int count)
{
    for (int i = 0; i < count; i++) {
        const Asset *asset = asset_find(run, arena_format(run->arena, "analysis/%s.sql", names[i]));
        if (!asset || !db_exec(run, asset_sql(asset)))
            return false;
    }
    return true;
}

bool impact_run(Run *run)
{
    static const char *const TABLES[] = {"theory", "voice", "rollout", "fieldwork", "weights"};
    static const char *const LAST[] = {"publish_impact"};
    return run_scripts(run, TABLES, COUNT(TABLES)) && attrition_run(run) && likert_run(run) &&
           balance_table_run(run) && lorenz_run(run) && scale_language_run(run) &&
           recommend_run(run) && run_scripts(run, LAST, COUNT(LAST));
}
