/* Tracing figures of the analysis: the plan's row with frame, estimator, options and seed, the rows
 * that were analysed by file and line, and the value computed anew. */
#include "analysis/analysis.h"

#include "analysis/frame.h"
#include "analysis/plan.h"
#include "analysis/plan_row.h"
#include "core/text.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* A kind of figure: its table and the fields that may follow (the first is meant without one). */
static const struct {
    const char *start, *table, *fields[20];
} KINDS[] = {
    {"est.",
     "analysis_estimate",
     {"estimate", "se", "df", "statistic", "p", "p_adjusted", "ci_low", "ci_high", "n",
      "n_clusters", "effect_size", "effect_low", "effect_high", "mde", "effect_mde", "effect_sesoi",
      "band_low", "band_high", "breakdown"}},
    {"scale.",
     "analysis_scale",
     {"mean", "sd", "n", "items", "alpha", "alpha_low", "alpha_high", "omega", "floor", "ceiling"}},
    {"bench.",
     "analysis_benchmark",
     {"value", "low", "high", "expected", "funnel_low95", "funnel_high95", "funnel_low998",
      "funnel_high998", "shrunken", "rank_low", "rank_high", "denominator"}},
};

bool trace_is_analysis(const char *figure)
{
    for (int i = 0; i < COUNT(KINDS); i++)
        if (text_starts(figure, KINDS[i].start))
            return true;
    return false;
}

/* The figure's base and field. */
typedef struct {
    int kind;
    const char *base, *field;
} Traced;

static double value_of(Run *run, const Traced *traced, bool *found)
{
    double value = NAN;
    Query query;
    const char *sql = arena_format(run->arena, "SELECT %s FROM %s WHERE figure = ?1", traced->field,
                                   KINDS[traced->kind].table);
    *found = false;
    if (!query_open(&query, run, (Sql){__FILE__, __LINE__, sql}))
        return NAN;
    query_bind(&query, 1, "t", traced->base);
    if (query_next(&query)) {
        *found = true;
        value = query_double(&query, 0);
    }
    query_close(&query);
    return value;
}

/* The figure with or without a field; the store decides, since terms may hold points. */
static bool find_figure(Run *run, const char *figure, Traced *traced, double *value)
{
    bool found = false;
    for (int kind = 0; kind < COUNT(KINDS) && !found; kind++) {
        if (!text_starts(figure, KINDS[kind].start))
            continue;
        *traced = (Traced){kind, figure, KINDS[kind].fields[0]};
        *value = value_of(run, traced, &found);
        for (int i = 0; KINDS[kind].fields[i] && !found; i++) {
            const char *end = arena_format(run->arena, ".%s", KINDS[kind].fields[i]);
            if (!text_ends(figure, end))
                continue;
            traced->base = arena_copy(run->arena, figure, strlen(figure) - strlen(end));
            traced->field = KINDS[kind].fields[i];
            *value = value_of(run, traced, &found);
        }
    }
    return found;
}

static const char *words(Run *run, const char *lv, const char *en)
{
    return diag_lang(run->diag) == LANG_LV ? lv : en;
}

static void put(FILE *out, const char *key, const char *value)
{
    if (value && *value)
        fprintf(out, "%s: %s\n", key, value);
}

static const char *place_of(Run *again, int64_t row)
{
    char file[32];
    snprintf(file, sizeof file, "%" PRId64, row >> 32);
    const char *path = db_text(again, again->arena,
                               SQL("SELECT path FROM ingest_file WHERE file = ?1"), file, "?");
    return arena_format(again->arena, "%s:%d", path, (int)(row & 0x7fffffff));
}

/* Rows of a frame with an outcome, by file and line; a frame of sums has none of its own. */
static void put_rows(Run *again, const PlanRow *row, FILE *out)
{
    const Column *key = frame_column(&row->data, "row"), *y = frame_column(&row->data, "y");
    if (!y)
        y = frame_column(&row->data, "y0");
    fprintf(out, "\n%s:\n", words(again, "Rindas", "Rows"));
    for (int i = 0; key && i < row->data.nrow; i++)
        if (!y || !isnan(y->x[i]))
            fprintf(out, "  %s\t%.15g\n", place_of(again, (int64_t)key->x[i]), y ? y->x[i] : NAN);
    Query query;
    if (!key &&
        query_open(&query, again,
                   SQL("SELECT row, y FROM analysis_outcome WHERE y IS NOT NULL ORDER BY row"))) {
        while (query_next(&query))
            fprintf(out, "  %s\t%.15g\n", place_of(again, query_int(&query, 0)),
                    query_double(&query, 1));
        query_close(&query);
    }
}

static bool put_estimate(Run *again, const char *base, FILE *out)
{
    Query query;
    char plan[128] = "";
    if (!query_open(&query, again,
                    SQL("SELECT plan, seed, note, term FROM analysis_estimate WHERE figure = ?1")))
        return false;
    query_bind(&query, 1, "t", base);
    if (query_next(&query)) {
        snprintf(plan, sizeof plan, "%s", query_text(&query, 0));
        put(out, words(again, "Plāna rinda", "Plan row"), plan);
        put(out, words(again, "Rādītājs", "Term"), query_text(&query, 3));
        put(out, words(again, "Sēkla", "Seed"), query_text(&query, 1));
        put(out, words(again, "Piezīme", "Note"), query_text(&query, 2));
    }
    if (!query_close(&query))
        return false;
    if (strchr(plan, '/'))
        *strchr(plan, '/') = '\0';
    PlanRow row;
    if (!plan_find(again, plan, &row))
        return true;
    fprintf(out, "%s: %s:%d\n", words(again, "Plāns", "Plan"), row.at.file ? row.at.file : "?",
            row.at.line);
    put(out, words(again, "Iznākums", "Outcome"), row.outcome);
    put(out, words(again, "Datu rāmis", "Frame"),
        arena_format(again->arena, "analysis/frames/%s.sql", row.frame));
    put(out, words(again, "Novērtējums", "Estimator"), row.estimator_id);
    for (int i = 0; i < row.nsetting; i++)
        fprintf(out, "  %s=%s\n", row.settings[i].key, row.settings[i].value);
    put(out, words(again, "Metodika", "Method"),
        arena_format(again->arena, "METHODOLOGY.md#estimator-%s", row.estimator_id));
    put_rows(again, &row, out);
    return true;
}

static bool put_scale(Run *again, const char *base, FILE *out)
{
    Query query;
    if (!query_open(&query, again,
                    SQL("SELECT v.row, s.score FROM analysis_scale AS a JOIN analysis_score AS s "
                        "ON s.instrument = a.instrument "
                        "JOIN ingest_survey AS v ON v.row = s.row AND v.wave = a.wave AND v.sample "
                        "= a.sample WHERE a.figure = "
                        "?1 AND s.score IS NOT NULL ORDER BY v.row")))
        return false;
    query_bind(&query, 1, "t", base);
    put(out, words(again, "Metodika", "Method"), "METHODOLOGY.md#scales");
    fprintf(out, "\n%s:\n", words(again, "Rindas", "Rows"));
    while (query_next(&query))
        fprintf(out, "  %s\t%.15g\n", place_of(again, query_int(&query, 0)),
                query_double(&query, 1));
    return query_close(&query);
}

bool analysis_trace(Run *run, Run *again, const char *figure, FILE *out, bool *differs)
{
    Traced traced;
    double stored = NAN, computed;
    bool found = false;
    *differs = false;
    if (!find_figure(run, figure, &traced, &stored))
        return diag_fail(run->diag, (Place){NULL, 0, 0}, MSG_TRACE_FIGURE, figure);
    computed = value_of(again, &traced, &found);
    fprintf(out, "%s.%s\n", traced.base, traced.field);
    fprintf(out, "%s: %.15g\n", words(run, "vērtība", "value"), stored);
    fprintf(out, "%s: %.15g\n", words(run, "pārrēķināta no datnēm", "computed from the files"),
            computed);
    *differs = !found || !(stored == computed || (isnan(stored) && isnan(computed)));
    if (!strcmp(KINDS[traced.kind].start, "est."))
        return put_estimate(again, traced.base, out);
    if (!strcmp(KINDS[traced.kind].start, "scale."))
        return put_scale(again, traced.base, out);
    put(out, words(run, "Rādītāja skaitlis", "Indicator's figure"),
        arena_format(run->arena, "kpi.%s", traced.base + strlen("bench.")));
    put(out, words(run, "Metodika", "Method"), "METHODOLOGY.md#benchmark");
    return true;
}
