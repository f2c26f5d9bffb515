/* Before the fold: persons, exits, sexes, residents (prepare.sql), and answers of survey rows. */
#include "metrics/prepare.h"

#include "core/asset.h"
#include "core/text.h"

bool script_run(Run *run, const char *name)
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

bool prepare_run(Run *run)
{
    return script_run(run, "metrics/prepare.sql") && fill_answers(run);
}
