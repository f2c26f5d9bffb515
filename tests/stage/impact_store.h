/* A store as ingest and metrics would have left it, empty, to be filled by SQL; and one function of
 * the analysis stage run behind the stage's fence. */
#ifndef TESTS_STAGE_IMPACT_STORE_H
#define TESTS_STAGE_IMPACT_STORE_H

#include "tests/stage/metrics_store.h"

static inline Run impact_open(Arena *arena, const Options *options, FILE *messages)
{
    Run run = store_open_empty(arena, options);
    const Asset *schema = asset_find(&run, "metrics/schema.sql");
    run.diag = diag_open(arena, messages, LANG_EN, false);
    assert_non_null(schema);
    assert_true(db_exec(&run, asset_sql(schema)));
    store_exec(&run,
               "INSERT INTO metrics_setting VALUES ('as_of', '2027-12-31'), ('threshold', '5');"
               "INSERT INTO metrics_period VALUES ('2027H1', 1, '2027-01-01', '2027-06-30', 1), "
               "('2027H2', 2, '2027-07-01', '2027-12-31', 1)");
    return run;
}

/* An indicator's published value at the newest period. */
static inline void impact_value(Run *run, const char *kpi, const char *region, double value,
                                double numerator, double denominator)
{
    Query query;
    assert_true(query_open(
        &query, run,
        SQL("INSERT INTO metrics_value_published (kpi, region, period, sex, cumulative, hidden_in, "
            "hidden_cumulative, numerator, denominator, reporting_rate, state, figure) VALUES (?1, "
            "?2, '2027H2', '', ?3, 0, 0, ?4, ?5, 1, 'ok', 'kpi.' || ?1 || '.' || ?2 || "
            "'.2027H2')")));
    query_bind(&query, 1, "ttddd", kpi, region, value, numerator, denominator);
    query_run(&query);
    assert_true(query_close(&query));
}

/* Runs `work` as the analysis stage. */
static inline bool impact_run_stage(Run *run, bool (*work)(Run *))
{
    static const Stage INGESTED = {.name = "ingest"}, COUNTED = {.name = "metrics"};
    Stage stage = {"analysis", "analysis/schema.sql", false, work};
    const Stage *stages[] = {&INGESTED, &COUNTED, &stage};
    return stage_run(stages, COUNT(stages), 2, run);
}

/* The rows of a query as CSV without header: values with `|` between, a line each. */
static inline const char *impact_rows(Run *run, const char *sql)
{
    Query query;
    Buffer text = buffer_open(run->arena);
    assert_true(query_open(&query, run, SQL(sql)));
    while (query_next(&query))
        for (int i = 0; i < query_ncolumn(&query); i++)
            buffer_format(&text, "%s%s", query_is_null(&query, i) ? "" : query_text(&query, i),
                          i + 1 < query_ncolumn(&query) ? "|" : "\n");
    assert_true(query_close(&query));
    return buffer_end(&text);
}

#endif
