/* Runs the plan: outcome → analysis_outcome, frame, estimator, then the family's adjusted p-values
 * and the evidence of each headline. */
#include "analysis/plan.h"

#include "analysis/evidence.h"
#include "analysis/frame.h"
#include "analysis/plan_row.h"
#include "analysis/variant.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

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

static bool store_estimates(Run *run, const PlanRow *row)
{
    for (int i = 0; i < row->list.count; i++) {
        Evidence evidence = {.effect_size = NAN,
                             .effect_low = NAN,
                             .effect_high = NAN,
                             .mde = NAN,
                             .verdict = "none"};
        if (i == row->headline)
            evidence = judge(run, row);
        if (!plan_row_store(run, row, row->plan, &row->list.items[i], i + 1, i == row->headline,
                            row->p_adjusted, &evidence))
            return false;
    }
    return true;
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

bool plan_find(Run *run, const char *plan, PlanRow *row)
{
    PlanRow *rows;
    int count;
    if (!frame_has_table(run, "ingest_plan") || !read_rows(run, &rows, &count))
        return false;
    for (int i = 0; i < count; i++)
        if (!strcmp(rows[i].plan, plan)) {
            *row = rows[i];
            return plan_row_prepare(run, row);
        }
    return false;
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
        rows[i].ran = plan_row_run(run, &rows[i]);
        diag_listen(run->diag, NULL, NULL);
        if (!rows[i].ran)
            rows[i].list.count = 0;
    }
    adjust_families(rows, count, run->arena);
    for (int i = 0; i < count; i++)
        if (!store_state(run, &rows[i]) || (rows[i].ran && !store_estimates(run, &rows[i])))
            return false;
    for (int i = 0; i < count; i++)
        if (rows[i].ran && same_text(rows[i].role, "primary") && !variant_run(run, &rows[i]))
            return false;
    return true;
}
