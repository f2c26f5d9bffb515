/* Runs the plan: outcome → analysis_outcome, frame, estimator, then the family's adjusted p-values
 * and the evidence of each headline. */
#include "analysis/plan.h"

#include "analysis/evidence.h"
#include "analysis/frame.h"
#include "core/asset.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

typedef struct {
    int64_t row;
    const char *plan, *outcome, *frame, *estimator_id, *options, *family, *role, *changed;
    double sesoi;
    Place at;
    /* found when run */
    const Estimator *estimator;
    EstimateList list;
    int headline;
    double p_adjusted, sd;
    bool ran;
    const char *reason[LANG_COUNT];
    const char *seed;
} PlanRow;

/* The first fault heard becomes the reason why a row was not run. */
static void hear(void *user, const Diagnostic *diagnostic)
{
    PlanRow *row = user;
    if (row->reason[LANG_LV])
        return;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        row->reason[lang] = arena_text(row->list.arena, diagnostic->text[lang]);
}

static const char PLAN_SQL[] =
    "SELECT p.row, p.plan, p.outcome, p.frame, p.estimator, p.options, p.family, p.role, p.sesoi, "
    "f.path "
    "FROM ingest_plan AS p LEFT JOIN ingest_file AS f ON f.file = p.row >> 32 ORDER BY p.row";

static bool read_rows(Run *run, PlanRow **rows, int *count)
{
    Query query;
    int capacity = 0;
    *rows = NULL;
    *count = 0;
    if (!query_open(&query, run, SQL(PLAN_SQL)))
        return false;
    while (query_next(&query)) {
        *rows = arena_room(run->arena, *rows, sizeof **rows, *count, &capacity);
        PlanRow *row = &(*rows)[(*count)++];
        *row = (PlanRow){.row = query_int(&query, 0),
                         .headline = -1,
                         .p_adjusted = NAN,
                         .sd = NAN,
                         .sesoi = query_double(&query, 8)};
        const char **texts[] = {&row->plan,    &row->outcome, &row->frame, &row->estimator_id,
                                &row->options, &row->family,  &row->role};
        for (int i = 0; i < COUNT(texts); i++)
            *texts[i] = query_text_in(&query, 1 + i, run->arena);
        row->at = (Place){query_text_in(&query, 9, run->arena), (int)(row->row & 0x7fffffff), 0};
        row->list.arena = run->arena;
    }
    return query_close(&query);
}

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

static int find_headline(const PlanRow *row)
{
    for (int i = 0; i < row->list.count; i++) {
        const char *term = row->list.items[i].term;
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

static bool run_row(Run *run, PlanRow *row)
{
    Setting *own, *settings;
    int nown;
    const Asset *asset = frame_find(run, row->frame, row->at);
    row->estimator = asset ? find_estimator(run, row) : NULL;
    if (!row->estimator || !parse_options(run, row, &own, &nown) || !fill_outcome(run, row))
        return false;
    Header header = header_read(run->arena, asset);
    int n = frame_settings(&header, row->estimator, own, nown, run->arena, &settings);
    row->seed = make_seed(run, row);
    Setting *all = arena_new(run->arena, Setting, n + 1);
    all[0] = (Setting){"seed", row->seed}; /* the plan's own seed= comes later and wins */
    for (int i = 0; i < n; i++)
        all[i + 1] = settings[i];
    Spec spec = {0};
    Frame frame;
    if (!spec_parse(row->estimator, all, n + 1, (SettingPlaces){row->at, 0}, run->arena, run->diag,
                    &spec) ||
        !frame_from_sql(run, asset, run->arena, &frame))
        return false;
    diag_silence(run->diag, true); /* too few data is a finding, not a fault */
    bool ran = estimator_run(&frame, &spec, run->arena, run->diag, &row->list);
    diag_silence(run->diag, false);
    if (!ran)
        return false;
    row->sd = outcome_sd(&frame, &spec);
    row->headline = find_headline(row);
    return true;
}

static bool same_text(const char *left, const char *right)
{
    return left && right && !strcmp(left, right);
}

/* Holm inside each family, over the headlines of its rows but robustness checks. */
static void adjust_families(PlanRow *rows, int count, Arena *arena)
{
    double *p = arena_new(arena, double, count + 1);
    int *member = arena_new(arena, int, count + 1);
    for (int i = 0; i < count; i++) {
        int n = 0;
        bool seen = !rows[i].family;
        for (int k = 0; k < i && !seen; k++)
            seen = same_text(rows[k].family, rows[i].family);
        for (int k = i; k < count && !seen; k++)
            if (same_text(rows[k].family, rows[i].family) && rows[k].headline >= 0 &&
                !same_text(rows[k].role, "robustness")) {
                p[n] = rows[k].list.items[rows[k].headline].p;
                member[n++] = k;
            }
        evidence_holm(p, n, arena);
        for (int k = 0; k < n; k++)
            rows[member[k]].p_adjusted = p[k];
    }
}

static double term_p(const PlanRow *row, const char *term)
{
    for (int i = 0; i < row->list.count; i++)
        if (!strcmp(row->list.items[i].term, term))
            return row->list.items[i].p;
    return NAN;
}

static Evidence judge(Run *run, const PlanRow *row)
{
    EvidenceInput input = {
        .design = row->estimator->design,
        .estimate = &row->list.items[row->headline],
        .p_adjusted = row->p_adjusted,
        .sesoi = row->sesoi,
        .sd = row->sd,
        .pretest_p = term_p(row, "pretest"),
        .reliability =
            db_double(run, SQL("SELECT min(alpha) FROM analysis_scale WHERE instrument = ?1"),
                      row->outcome, NAN),
        .scale_flagged = db_double(run,
                                   SQL("SELECT count(*) FROM analysis_scale WHERE instrument = ?1 "
                                       "AND flag LIKE '%negative item-rest%'"),
                                   row->outcome, 0.0) > 0.0,
    };
    return evidence_judge(&input, run->arena);
}

static const char ESTIMATE_SQL[] = "INSERT INTO analysis_estimate (plan, outcome, estimator, term, "
                                   "position, estimate, se, df, statistic, p, "
                                   "p_adjusted, ci_low, ci_high, n, n_clusters, effect_size, "
                                   "effect_low, effect_high, mde, verdict, maryland, "
                                   "grade, grade_reason_lv, grade_reason_en, headline, seed, "
                                   "figure, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                                   "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
                                   "?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)";

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

static bool store_estimates(Run *run, const PlanRow *row)
{
    Query insert;
    if (!query_open(&insert, run, SQL(ESTIMATE_SQL)))
        return false;
    for (int i = 0; i < row->list.count; i++) {
        const Estimate *e = &row->list.items[i];
        Evidence evidence = {NAN, NAN, NAN, NAN, "none", 0, NULL, {NULL, NULL}};
        if (i == row->headline)
            evidence = judge(run, row);
        query_bind(&insert, 1, "tttti", row->plan, row->outcome, row->estimator_id, e->term,
                   (int64_t)(i + 1));
        query_bind(&insert, 6, "dddddddd", e->estimate, e->se, e->df, e->statistic, e->p,
                   i == row->headline ? row->p_adjusted : NAN, e->ci_low, e->ci_high);
        query_bind(&insert, 14, "i", (int64_t)e->n);
        if (e->n_clusters > 0)
            query_bind(&insert, 15, "i", (int64_t)e->n_clusters);
        else
            query_bind(&insert, 15, "n");
        bind_evidence(&insert, &evidence);
        query_bind(&insert, 25, "ittt", (int64_t)(i == row->headline), row->seed,
                   arena_format(run->arena, "est.%s.%s", row->plan, e->term), e->note);
        query_run(&insert);
    }
    return query_close(&insert);
}

static const char STATE_SQL[] = "INSERT INTO analysis_plan (plan, question_lv, question_en, "
                                "criterion, link, outcome, frame, estimator, options, "
                                "family, role, sesoi, locked_on, changed, state, reason_lv, "
                                "reason_en) SELECT p.plan, p.question_lv, "
                                "p.question_en, p.criterion, p.link, p.outcome, p.frame, "
                                "p.estimator, p.options, p.family, p.role, p.sesoi, "
                                "p.locked_on, coalesce((SELECT q.changed FROM "
                                "ingest_plan_published AS q WHERE q.plan = p.plan), 0), ?2, ?3, ?4 "
                                "FROM ingest_plan AS p WHERE p.row = ?1";

static bool store_state(Run *run, const PlanRow *row)
{
    Query insert;
    if (!query_open(&insert, run, SQL(STATE_SQL)))
        return false;
    query_bind(&insert, 1, "ittt", row->row, row->ran ? "run" : "not_run",
               row->ran ? NULL : row->reason[LANG_LV], row->ran ? NULL : row->reason[LANG_EN]);
    query_run(&insert);
    return query_close(&insert);
}

bool plan_run(Run *run)
{
    PlanRow *rows;
    int count;
    if (!frame_has_table(run, "ingest_plan"))
        return true;
    if (!read_rows(run, &rows, &count))
        return false;
    for (int i = 0; i < count; i++) {
        diag_listen(run->diag, hear, &rows[i]);
        rows[i].ran = run_row(run, &rows[i]);
        diag_listen(run->diag, NULL, NULL);
        if (!rows[i].ran)
            rows[i].list.count = 0;
    }
    adjust_families(rows, count, run->arena);
    for (int i = 0; i < count; i++)
        if (!store_state(run, &rows[i]) || (rows[i].ran && !store_estimates(run, &rows[i])))
            return false;
    return true;
}
