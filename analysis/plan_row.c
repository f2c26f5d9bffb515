/* Running one row of the plan: outcome → analysis_outcome, frame, settings, estimator; again with
 * other choices; storing its estimates. */
#include "analysis/plan_row.h"

#include "analysis/frame.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

/* Fills analysis_outcome from an instrument's scores, an item, or the counted rows of a KPI. */
static bool fill_outcome(Run *run, const PlanRow *row)
{
    const char *sql = NULL;
    if (db_double(run, SQL("SELECT count(*) FROM analysis_score WHERE instrument = ?1"),
                  row->outcome, 0.0) > 0.0)
        sql = "INSERT INTO analysis_outcome (row, y) SELECT row, score FROM analysis_score WHERE "
              "instrument = ?1";
    else if (frame_has_table(run, "ingest_item") &&
             db_double(run, SQL("SELECT count(*) FROM ingest_item WHERE item = ?1"), row->outcome,
                       0.0) > 0.0)
        sql = arena_format(
            run->arena,
            "INSERT INTO analysis_outcome (row, y) SELECT row, \"%s\" FROM ingest_survey "
            "WHERE ?1 IS NOT NULL",
            row->outcome);
    else if (frame_has_table(run, arena_format(run->arena, "metrics_kpi_%s", row->outcome)))
        sql = arena_format(run->arena,
                           "INSERT OR IGNORE INTO analysis_outcome (row, y) SELECT row, value "
                           "FROM \"metrics_kpi_%s\" WHERE ?1 IS NOT NULL ORDER BY row",
                           row->outcome);
    if (!db_exec(run, SQL("DELETE FROM analysis_outcome")))
        return false;
    if (!sql)
        return diag_fail(run->diag, row->at, MSG_PLAN_OUTCOME, row->plan, row->outcome);
    Query query;
    if (!query_open(&query, run, (Sql){__FILE__, __LINE__, sql}))
        return false;
    query_bind(&query, 1, "t", row->outcome);
    query_run(&query);
    return query_close(&query);
}

static bool parse_options(Run *run, const PlanRow *row, Setting **settings, int *count)
{
    const char **parts = NULL;
    int n = row->options ? text_split(run->arena, row->options, ';', &parts) : 0;
    *settings = arena_new(run->arena, Setting, n + 1);
    *count = n;
    for (int i = 0; i < n; i++) {
        const char *equals = strchr(parts[i], '=');
        if (!equals)
            return diag_fail(run->diag, row->at, MSG_ESTIMATE_SYNTAX, parts[i]);
        (*settings)[i].key = text_normal(run->arena, parts[i], (size_t)(equals - parts[i]));
        (*settings)[i].value = text_normal(run->arena, equals + 1, strlen(equals + 1));
    }
    return true;
}

/* SD of the outcome at the first time of the frame, all groups together. */
static double outcome_sd(const Frame *frame, const Spec *spec)
{
    const Column *y = spec_column(spec, frame, "y"), *time = spec_column(spec, frame, "time");
    if (!y)
        y = spec_column(spec, frame, "y0");
    if (!y || y->level)
        return NAN;
    double first = INFINITY, sum = 0.0, squares = 0.0;
    int n = 0;
    for (int i = 0; time && i < frame->nrow; i++)
        if (!isnan(y->x[i]))
            first = fmin(first, time->x[i]);
    for (int i = 0; i < frame->nrow; i++)
        if (!isnan(y->x[i]) && (!time || time->x[i] == first)) {
            sum += y->x[i];
            n++;
        }
    for (int i = 0; i < frame->nrow; i++)
        if (!isnan(y->x[i]) && (!time || time->x[i] == first))
            squares += (y->x[i] - sum / n) * (y->x[i] - sum / n);
    return n > 1 ? sqrt(squares / (n - 1.0)) : NAN;
}

int plan_row_headline(const PlanRow *row, const EstimateList *list)
{
    for (int i = 0; i < list->count; i++) {
        const char *term = list->items[i].term;
        if (row->estimator->headline ? !strcmp(term, row->estimator->headline)
                                     : strcmp(term, "(intercept)") != 0)
            return i;
    }
    return -1;
}

static const Estimator *find_estimator(Run *run, const PlanRow *row)
{
    const Estimator *found = estimator_find(row->estimator_id), *const * list;
    if (found)
        return found;
    int n = estimator_list(&list);
    const char **names = arena_new(run->arena, const char *, n + 1);
    for (int i = 0; i < n; i++)
        names[i] = list[i]->id;
    const char *near = text_nearest(run->arena, row->estimator_id, names, n);
    diag_report(run->diag, row->at, MSG_ESTIMATE_ESTIMATOR, row->estimator_id,
                near ? near : names[0]);
    return NULL;
}

/* The seed comes from what the figure is: the plan's hash and its id. */
static const char *make_seed(Run *run, const PlanRow *row)
{
    const char *hash = db_text(
        run, run->arena, SQL("SELECT value FROM ingest_setting WHERE key = ?1"), "plan_sha256", "");
    char *text = arena_format(run->arena, "%s/est.%s", hash, row->plan);
    char *seed = text_sha256(run->arena, text, strlen(text));
    seed[16] = '\0';
    return seed;
}

bool plan_row_prepare(Run *run, PlanRow *row)
{
    Setting *own, *settings;
    int nown;
    const Asset *asset = frame_find(run, row->frame, row->at);
    row->estimator = asset ? find_estimator(run, row) : NULL;
    if (!row->estimator || !parse_options(run, row, &own, &nown) || !fill_outcome(run, row))
        return false;
    Header *header = arena_new(run->arena, Header, 1);
    *header = header_read(run->arena, asset);
    row->header = header;
    int n = frame_settings(header, row->estimator, own, nown, run->arena, &settings);
    row->seed = make_seed(run, row);
    row->settings = arena_new(run->arena, Setting, n + 1);
    row->settings[0] = (Setting){"seed", row->seed}; /* the plan's own seed= comes later and wins */
    for (int i = 0; i < n; i++)
        row->settings[i + 1] = settings[i];
    row->nsetting = n + 1;
    return frame_from_sql(run, asset, run->arena, &row->data);
}

bool plan_row_run(Run *run, PlanRow *row)
{
    Spec spec = {0};
    if (!plan_row_prepare(run, row) ||
        !spec_parse(row->estimator, row->settings, row->nsetting, (SettingPlaces){row->at, 0},
                    run->arena, run->diag, &spec))
        return false;
    diag_silence(run->diag, true); /* too few data is a finding, not a fault */
    bool ran = estimator_run(&row->data, &spec, run->arena, run->diag, &row->list);
    diag_silence(run->diag, false);
    if (!ran)
        return false;
    row->sd = outcome_sd(&row->data, &spec);
    row->headline = plan_row_headline(row, &row->list);
    return true;
}

/* The frame without the rows of one level of a text column. */
static Frame without_level(const Frame *frame, const char *name, const char *level, Arena *arena)
{
    const Column *column = frame_column(frame, name);
    Frame left = *frame;
    if (!column || !column->level)
        return left;
    Column *columns = arena_new(arena, Column, frame->ncolumn + 1);
    int n = 0;
    for (int k = 0; k < frame->ncolumn; k++) {
        double *x = arena_new(arena, double, frame->nrow + 1);
        n = 0;
        for (int i = 0; i < frame->nrow; i++)
            if (isnan(column->x[i]) || strcmp(column->level[(int)column->x[i]], level) != 0)
                x[n++] = frame->column[k].x[i];
        columns[k] = frame->column[k];
        columns[k].x = x;
    }
    left.column = columns;
    left.nrow = n;
    return left;
}

bool plan_row_again(Run *run, const PlanRow *row, const Setting *changes, int nchange,
                    const char *column, const char *without, EstimateList *out)
{
    Setting *settings = arena_new(out->arena, Setting, row->nsetting + nchange + 1);
    int n = 0;
    for (int i = 0; i < row->nsetting; i++) {
        bool dropped = false; /* a change to NULL takes a setting away */
        for (int k = 0; k < nchange; k++)
            dropped |= !changes[k].value && !strcmp(changes[k].key, row->settings[i].key);
        if (!dropped)
            settings[n++] = row->settings[i];
    }
    for (int k = 0; k < nchange; k++)
        if (changes[k].value)
            settings[n++] = changes[k];
    Frame frame = column ? without_level(&row->data, column, without, out->arena) : row->data;
    Spec spec = {0};
    diag_silence(run->diag, true);
    bool good = spec_parse(row->estimator, settings, n, (SettingPlaces){row->at, 0}, out->arena,
                           run->diag, &spec) &&
                estimator_run(&frame, &spec, out->arena, run->diag, out);
    diag_silence(run->diag, false);
    return good;
}

static const char ESTIMATE_SQL[] =
    "INSERT INTO analysis_estimate (plan, outcome, estimator, term, position, estimate, se, df, "
    "statistic, p, "
    "p_adjusted, ci_low, ci_high, n, n_clusters, effect_size, effect_low, effect_high, mde, "
    "verdict, maryland, "
    "grade, grade_reason_lv, grade_reason_en, headline, seed, figure, note, effect_mde, "
    "effect_sesoi, event_time, "
    "band_low, band_high, breakdown) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
    "?13, ?14, ?15, ?16, "
    "?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34)";

static void bind_evidence(Query *insert, const Evidence *evidence)
{
    query_bind(insert, 16, "ddddt", evidence->effect_size, evidence->effect_low,
               evidence->effect_high, evidence->mde, evidence->verdict);
    if (evidence->maryland)
        query_bind(insert, 21, "i", (int64_t)evidence->maryland);
    else
        query_bind(insert, 21, "n");
    query_bind(insert, 22, "ttt", evidence->grade, evidence->reason[LANG_LV],
               evidence->reason[LANG_EN]);
}

static double breakdown_of(const EstimateList *list)
{
    for (int i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].term, "breakdown"))
            return list->items[i].estimate;
    return NAN;
}

static void bind_extras(Query *insert, const PlanRow *row, const Estimate *estimate, bool headline,
                        const Evidence *evidence)
{
    double event;
    query_bind(insert, 29, "dd", headline && row->sd > 0.0 ? evidence->mde / row->sd : NAN,
               headline && row->sd > 0.0 ? row->sesoi / row->sd : NAN);
    if (sscanf(estimate->term, "dynamic(%lf)", &event) == 1)
        query_bind(insert, 31, "i", (int64_t)event);
    else
        query_bind(insert, 31, "n");
    query_bind(insert, 32, "ddd", estimate->band_low, estimate->band_high,
               headline ? breakdown_of(&row->list) : NAN);
}

bool plan_row_store(Run *run, const PlanRow *row, const char *plan, const Estimate *estimate,
                    int position, bool headline, double p_adjusted, const Evidence *evidence)
{
    Query insert;
    if (!query_open(&insert, run, SQL(ESTIMATE_SQL)))
        return false;
    query_bind(&insert, 1, "tttti", plan, row->outcome, row->estimator_id, estimate->term,
               (int64_t)position);
    query_bind(&insert, 6, "dddddddd", estimate->estimate, estimate->se, estimate->df,
               estimate->statistic, estimate->p, headline ? p_adjusted : NAN, estimate->ci_low,
               estimate->ci_high);
    query_bind(&insert, 14, "i", (int64_t)estimate->n);
    if (estimate->n_clusters > 0)
        query_bind(&insert, 15, "i", (int64_t)estimate->n_clusters);
    else
        query_bind(&insert, 15, "n");
    bind_evidence(&insert, evidence);
    query_bind(&insert, 25, "ittt", (int64_t)headline, row->seed,
               arena_format(run->arena, "est.%s.%s", plan, estimate->term), estimate->note);
    bind_extras(&insert, row, estimate, headline, evidence);
    query_run(&insert);
    return query_close(&insert);
}
