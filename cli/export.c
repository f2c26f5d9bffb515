/* `ietekme export DIR WHAT [--internal]`: a result table as CSV. WHAT is a row of the list below:
 * the table that must be there, what anybody may see, and what only the project may. */
#include "cli/command.h"

#include "core/csv.h"
#include "core/lang.h"
#include "core/text.h"
#include "metrics/metrics.h"

typedef struct {
    const char *what, *stage, *table; /* the stage that makes the table */
    Sql published, internal;
    const char *(*made)(Run *run, bool internal); /* where the SQL depends on what has run */
} Export;

#define BENCHMARK                                                                                  \
    "SELECT kpi, region, period, value, low, high, expected, funnel_low95, funnel_high95, "        \
    "funnel_low998, funnel_high998, shrunken, rank_low, rank_high, signal FROM "
#define BENCHMARK_ORDER " ORDER BY kpi, period, region = 'LV', region"

#define ESTIMATE                                                                                   \
    "SELECT plan, outcome, estimator, term, estimate, se, df, statistic, p, p_adjusted, ci_low, "  \
    "ci_high, n, n_clusters, effect_size, effect_low, effect_high, mde, verdict, maryland, "       \
    "grade, figure, note FROM "
#define ESTIMATE_ORDER " ORDER BY plan, position"

#define SCALE                                                                                      \
    "SELECT instrument, wave, sample, n, items, alpha, alpha_low, alpha_high, omega, mean, sd, "   \
    "floor, ceiling FROM "
#define SCALE_ORDER " ORDER BY instrument, wave, sample"

#define RECOMMENDATION                                                                             \
    "SELECT recommendation, CASE :lang WHEN 'lv' THEN addressee_lv "                               \
    "ELSE COALESCE(addressee_en, addressee_lv) END AS addressee, priority, status, "               \
    "CASE :lang WHEN 'lv' THEN missing_lv ELSE COALESCE(missing_en, missing_lv) END AS missing, "  \
    "grade, decide_by, cost_low, cost_high, title_lv, title_en, withdraw_lv, withdraw_en, "        \
    "evidence FROM "
#define RECOMMENDATION_ORDER " ORDER BY position, recommendation"

#define DELIVERY "SELECT region, dataset, period, due_on, submission, rows, late, missing FROM "
#define DELIVERY_ORDER " ORDER BY dataset, period, region = 'LV', region"

/* What a centre wrote about a person is not for everybody: not the value, not in the message. */
#define PERSONAL "d.dataset IN ('attendance', 'focus_group', 'participant', 'survey')"
#define MESSAGE "CASE :lang WHEN 'lv' THEN x.message_lv ELSE x.message_en END"
#define FAULT_PUBLISHED                                                                            \
    "SELECT x.path AS file, x.line, x.column, x.field, "                                           \
    "CASE WHEN " PERSONAL " THEN NULL ELSE x.value END AS value, x.code, "                         \
    "CASE WHEN " PERSONAL " AND x.value <> '' "                                                    \
    "THEN replace(" MESSAGE ", '''' || x.value || '''', '''…''') ELSE " MESSAGE " END AS message "
#define FAULT                                                                                      \
    "SELECT x.path AS file, x.line, x.column, x.field, x.value, x.code, " MESSAGE " AS message "
#define FAULT_FROM(severity)                                                                       \
    "FROM ingest_fault AS x LEFT JOIN ingest_file AS d ON d.file = x.file "                        \
    "WHERE x.severity = '" severity "' ORDER BY x.path, x.line, x.column, x.fault"

#define FILES                                                                                      \
    "SELECT region, submission, dataset, path AS file, sha256, encoding, delimiter, evidence, "    \
    "rows, accepted, rejected, warned FROM ingest_file ORDER BY file"

#define DISCLOSURE                                                                                 \
    "SELECT table_name AS \"table\", cell || '.' || field AS cell, reason, low, high "             \
    "FROM metrics_disclosure ORDER BY table_name, cell, field"

/* clang-format off */
static const Export EXPORTS[] = {
    {"kpi", "metrics", "metrics_value", {0}, {0}, metrics_export_sql},
    {"benchmark", "analysis", "analysis_benchmark",
     SQL(BENCHMARK "analysis_benchmark_published" BENCHMARK_ORDER),
     SQL(BENCHMARK "analysis_benchmark" BENCHMARK_ORDER), NULL},
    {"estimate", "analysis", "analysis_estimate",
     SQL(ESTIMATE "analysis_estimate_published" ESTIMATE_ORDER),
     SQL(ESTIMATE "analysis_estimate" ESTIMATE_ORDER), NULL},
    {"scale", "analysis", "analysis_scale",
     SQL(SCALE "analysis_scale_published" SCALE_ORDER),
     SQL(SCALE "analysis_scale" SCALE_ORDER), NULL},
    {"recommendation", "analysis", "analysis_recommendation",
     SQL(RECOMMENDATION "analysis_recommendation_published" RECOMMENDATION_ORDER),
     SQL(RECOMMENDATION "analysis_recommendation" RECOMMENDATION_ORDER), NULL},
    {"delivery", "ingest", "ingest_delivery",
     SQL(DELIVERY "ingest_delivery_published" DELIVERY_ORDER),
     SQL(DELIVERY "ingest_delivery" DELIVERY_ORDER), NULL},
    {"reject", "ingest", "ingest_fault",
     SQL(FAULT_PUBLISHED FAULT_FROM("error")), SQL(FAULT FAULT_FROM("error")), NULL},
    {"warning", "ingest", "ingest_fault",
     SQL(FAULT_PUBLISHED FAULT_FROM("warning")), SQL(FAULT FAULT_FROM("warning")), NULL},
    {"file", "ingest", "ingest_file", SQL(FILES), SQL(FILES), NULL},
    {"disclosure", "metrics", "metrics_disclosure", SQL(DISCLOSURE), SQL(DISCLOSURE), NULL},
};
/* clang-format on */

static void write_cell(CsvWriter *writer, const Query *query, int column)
{
    switch (sqlite3_column_type(query->stmt, column)) {
    case SQLITE_INTEGER:
        csv_put_integer(writer, query_int(query, column));
        break;
    case SQLITE_FLOAT:
        csv_put_number(writer, query_double(query, column));
        break;
    default:
        csv_put_text(writer, query_text(query, column));
    }
}

static bool write_table(Run *run, Sql sql)
{
    CsvWriter writer = {.out = stdout};
    Query query;
    if (!query_open(&query, run, sql))
        return false;
    query_bind_name(&query, ":lang", lang_code(diag_lang(run->diag)));
    for (int column = 0; column < query_ncolumn(&query); column++)
        csv_put_text(&writer, query_name(&query, column));
    csv_put_end(&writer);
    while (query_next(&query)) {
        for (int column = 0; column < query_ncolumn(&query); column++)
            write_cell(&writer, &query, column);
        csv_put_end(&writer);
    }
    return query_close(&query);
}

static const Export *find_export(Run *run, const char *what)
{
    const char *names[COUNT(EXPORTS)];
    for (int i = 0; i < COUNT(EXPORTS); i++) {
        names[i] = EXPORTS[i].what;
        if (text_equal(names[i], what))
            return &EXPORTS[i];
    }
    const char *near = text_nearest(run->arena, what, names, COUNT(names));
    diag_report(run->diag, (Place){NULL, 0, 0}, MSG_CLI_ID, what, near ? near : names[0]);
    return NULL;
}

static bool export_table(Run *run, const Export *export)
{
    bool internal = run->options->internal;
    if (!db_has_table(run, export->table))
        return diag_fail(run->diag, (Place){store_path(run), 0, 0}, MSG_STORE_STAGE, export->stage,
                         export->stage);
    if (export->made)
        return write_table(run, SQL(export->made(run, internal)));
    return write_table(run, internal ? export->internal : export->published);
}

static int run_export(Run *run, int nargs, char **args)
{
    const Options *options = run->options;
    const Export *export = find_export(run, args[1]);
    (void)nargs;
    if (!export)
        return EXIT_USAGE;
    if (options->internal && options->out_terminal && !options->yes) {
        diag_report(run->diag, (Place){NULL, 0, 0}, MSG_CLI_TERMINAL);
        return EXIT_USAGE;
    }
    if (!folder_store_open(run, true))
        return EXIT_NOT_DONE;
    bool done = export_table(run, export);
    db_close(run);
    return done ? EXIT_DONE : EXIT_NOT_DONE;
}

const Command COMMAND_EXPORT = {
    "export",
    "DIR WHAT",
    2,
    2,
    ACCEPT_INTERNAL,
    true,
    {"izvada rezultātu tabulu CSV formātā (kpi, benchmark, estimate, scale, recommendation, "
     "delivery, reject, warning, file, disclosure)",
     "write a result table as CSV (kpi, benchmark, estimate, scale, recommendation, delivery, "
     "reject, warning, file, disclosure)"},
    run_export};
