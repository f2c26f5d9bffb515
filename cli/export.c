/* ietekme export DIR WHAT: a result table as CSV on standard output. Without --internal as it was
 * published, with it exact. A table of a stage that has not run is refused; of `kpi` only the
 * forecast's columns are empty then. */
#include "cli/command.h"

#include "core/text.h"
#include "metrics/metrics.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const char *what, *stage, *table; /* the table that must be there */
    const char *published, *internal; /* SELECT; internal NULL: the same */
} Export;

#define BENCHMARK                                                                                  \
    "kpi, region, period, value, low, high, expected, funnel_low95, funnel_high95, "               \
    "funnel_low998, funnel_high998, shrunken, rank_low, rank_high, signal"
#define ESTIMATE                                                                                   \
    "plan, outcome, estimator, term, estimate, se, df, statistic, p, p_adjusted, ci_low, "         \
    "ci_high, n, n_clusters, effect_size, effect_low, effect_high, mde, verdict, maryland, "       \
    "grade, figure, note"
#define SCALE                                                                                      \
    "instrument, wave, sample, n, items, alpha, alpha_low, alpha_high, omega, mean, sd, floor, "   \
    "ceiling"
#define FAULT                                                                                      \
    "SELECT path AS file, line, column, field, value, code, CASE ?1 WHEN 'lv' THEN message_lv "    \
    "ELSE message_en END AS message FROM ingest_fault WHERE severity = "

static const Export EXPORTS[] = {
    {"kpi", "metrics", "metrics_value", NULL, NULL},
    {"benchmark", "analysis", "analysis_benchmark",
     "SELECT " BENCHMARK " FROM analysis_benchmark_published ORDER BY kpi, region, period",
     "SELECT " BENCHMARK " FROM analysis_benchmark ORDER BY kpi, region, period"},
    {"estimate", "analysis", "analysis_estimate",
     "SELECT " ESTIMATE " FROM analysis_estimate_published ORDER BY plan, position",
     "SELECT " ESTIMATE " FROM analysis_estimate ORDER BY plan, position"},
    {"scale", "analysis", "analysis_scale",
     "SELECT " SCALE " FROM analysis_scale_published ORDER BY instrument, wave, sample",
     "SELECT " SCALE " FROM analysis_scale ORDER BY instrument, wave, sample"},
    {"recommendation", "analysis", "analysis_recommendation",
     "SELECT recommendation, addressee_lv AS addressee, priority, status, CASE ?1 WHEN 'lv' THEN "
     "missing_lv ELSE missing_en END AS missing, grade, decide_by, cost_low, cost_high, title_lv, "
     "title_en, withdraw_lv, withdraw_en, evidence FROM analysis_recommendation_published ORDER "
     "BY position, recommendation",
     NULL},
    {"delivery", "ingest", "ingest_delivery",
     "SELECT region, dataset, period, due_on, submission, rows, late, missing FROM "
     "ingest_delivery ORDER BY region, dataset, period",
     NULL},
    {"reject", "ingest", "ingest_fault", FAULT "'error' ORDER BY fault", NULL},
    {"warning", "ingest", "ingest_fault", FAULT "'warning' ORDER BY fault", NULL},
    {"file", "ingest", "ingest_file",
     "SELECT region, submission, dataset, path AS file, sha256, encoding, delimiter, evidence, "
     "rows, accepted, rejected, warned FROM ingest_file ORDER BY file",
     NULL},
    {"disclosure", "metrics", "metrics_disclosure",
     "SELECT table_name AS \"table\", cell || '.' || field AS cell, reason, low, high FROM "
     "metrics_disclosure ORDER BY table_name, cell, field",
     NULL},
};

static void write_text(const char *text)
{
    if (!strpbrk(text, ",\"\n\r")) {
        fputs(text, stdout);
        return;
    }
    putchar('"');
    for (; *text; text++) {
        if (*text == '"')
            putchar('"');
        putchar(*text);
    }
    putchar('"');
}

static void write_row(const Query *query)
{
    for (int i = 0; i < query_ncolumn(query); i++) {
        if (i)
            putchar(',');
        if (query_is_null(query, i))
            continue;
        if (sqlite3_column_type(query->stmt, i) == SQLITE_FLOAT)
            printf("%.15g", query_double(query, i) + 0.0);
        else
            write_text(query_text(query, i));
    }
    putchar('\n');
}

static bool write_table(Run *run, const char *sql)
{
    Query query;
    if (!query_open(&query, run, SQL(sql)))
        return false;
    if (sqlite3_bind_parameter_count(query.stmt) > 0)
        query_bind(&query, 1, "t", diag_lang(run->diag) == LANG_LV ? "lv" : "en");
    for (int i = 0; i < query_ncolumn(&query); i++)
        printf("%s%s", i ? "," : "", query_name(&query, i));
    putchar('\n');
    while (query_next(&query))
        write_row(&query);
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
    const char *near = text_nearest(run->arena, what, names, COUNT(EXPORTS));
    diag_report(run->diag, (Place){0}, MSG_CLI_ID, what, near ? near : names[0]);
    return NULL;
}

static int run_export(Run *run, int nargs, char **args)
{
    (void)nargs;
    const Options *options = run->options;
    const Export *export = find_export(run, args[1]);
    if (!export)
        return EXIT_USAGE;
    if (options->internal && options->out_terminal && !options->yes) {
        diag_report(run->diag, (Place){0}, MSG_CLI_TERMINAL);
        return EXIT_USAGE;
    }
    if (!store_open(run, true))
        return EXIT_NOT_DONE;
    bool done = db_has_table(run, export->table);
    if (!done)
        diag_report(run->diag, (Place){store_path(run), 0, 0}, MSG_STORE_STAGE, export->stage,
                    export->stage);
    else if (text_equal(export->what, "kpi"))
        done = write_table(run, metrics_export_sql(run, options->internal));
    else
        done = write_table(run, options->internal && export->internal ? export->internal
                                                                      : export->published);
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
