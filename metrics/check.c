/* Runs check.sql and reports each sum that does not hold. */
#include "metrics/check.h"

#include "core/asset.h"

bool check_run(Run *run)
{
    const Asset *asset = asset_find(run, "metrics/check.sql");
    Query query;
    if (!asset || !db_exec(run, asset_sql(asset)) ||
        !query_open(
            &query, run,
            SQL("SELECT text_lv, text_en, region, period, expected, found FROM metrics_check "
                "WHERE holds = 0 GROUP BY check_id, region, period "
                "ORDER BY check_id, region, period")))
        return false;
    while (query_next(&query)) {
        const char *text = query_text(&query, diag_lang(run->diag) == LANG_LV ? 0 : 1);
        diag_report(run->diag, (Place){0}, MSG_METRICS_CHECK, text, query_text(&query, 2),
                    query_text(&query, 3), query_double(&query, 5), query_double(&query, 4));
    }
    return query_close(&query);
}
