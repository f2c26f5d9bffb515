/* Reads rules and evaluates them behind a fence that lets them read and nothing else. */
#include "analysis/rule.h"

#include "analysis/call.h"
#include "analysis/frame.h"
#include "core/stage.h"
#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const KEYS[] = {
    "position",    "subject",   "addressee_lv", "addressee_en", "evidence",  "decide_by",
    "decide_lv",   "decide_en", "verb",         "research",     "title_*",   "text_*",
    "withdraw_lv", "cost_*",    "withdraw_en",  "threshold *",  "missing *", "estimate *",
};
static const char *const NEEDED[] = {"subject",     "addressee_lv", "addressee_en", "evidence",
                                     "title_lv",    "title_en",     "text_lv",      "text_en",
                                     "withdraw_lv", "withdraw_en"};
static const char EVIDENCE[] = "effect|association|count|cost|process|voice";

int rule_split(Arena *arena, const char *text, const char ***parts)
{
    int count = 0, capacity = 0, depth = 0;
    *parts = NULL;
    for (const char *from = text, *at = text;; at++) {
        depth += (*at == '{') - (*at == '}');
        if (*at && (*at != '|' || depth > 0))
            continue;
        *parts = arena_room(arena, *parts, sizeof **parts, count, &capacity);
        (*parts)[count++] = text_normal(arena, from, (size_t)(at - from));
        if (!*at)
            return count;
        from = at + 1;
    }
}

static Place place_of(const Header *header, int entry)
{
    return (Place){header->asset->file, header->entries[entry].line, 1};
}

static bool read_thresholds(Run *run, Rule *rule)
{
    static const char START[] = "threshold ";
    const Header *header = &rule->header;
    bool good = true;
    rule->thresholds = arena_new(run->arena, Threshold, header->nentry + 1);
    for (int i = 0; i < header->nentry; i++) {
        const HeaderEntry *entry = &header->entries[i];
        const char **parts;
        char *end = NULL;
        if (!text_starts(entry->key, START))
            continue;
        bool whole = rule_split(run->arena, entry->value, &parts) == 3;
        double value = whole ? strtod(parts[0], &end) : NAN;
        if (!whole || *end || end == parts[0]) {
            good = diag_fail(run->diag, place_of(header, i), MSG_RULE_THRESHOLD, entry->key);
            continue;
        }
        rule->thresholds[rule->nthreshold++] =
            (Threshold){entry->key + strlen(START), {parts[1], parts[2]}, value};
    }
    return good;
}

static bool is_evidence(Run *run, const char *word)
{
    const char **words;
    int n = text_split(run->arena, EVIDENCE, '|', &words);
    for (int i = 0; i < n; i++)
        if (text_equal(words[i], word))
            return true;
    return false;
}

/* The SELECT begins on the first line that is no header comment. */
static Sql body_of(const Asset *asset)
{
    Sql sql = asset_sql(asset);
    while (text_starts(sql.text, "--")) {
        const char *end = strchr(sql.text, '\n');
        sql.text = end ? end + 1 : sql.text + strlen(sql.text);
        sql.line++;
    }
    return sql;
}

static bool read_rule(Run *run, const Asset *asset, Rule *rule)
{
    *rule = (Rule){.id = asset->name, .header = header_read(run->arena, asset)};
    const Header *header = &rule->header;
    bool good = header_check(run, header, KEYS, COUNT(KEYS));
    for (int i = 0; i < COUNT(NEEDED); i++)
        good = header_need(run, header, NEEDED[i]) && good;
    good = read_thresholds(run, rule) && good;
    if (!good)
        return false;
    const char *position = header_get(header, "position");
    rule->position = position ? atoi(position) : 1000000;
    rule->subject = header_get(header, "subject");
    rule->evidence = header_get(header, "evidence");
    rule->research = text_equal(header_get(header, "research"), "1");
    rule->sql = body_of(asset);
    if (!is_evidence(run, rule->evidence))
        return diag_fail(run->diag, header_place(header, "evidence"), MSG_HEADER_VALUE, "evidence",
                         rule->evidence, EVIDENCE);
    rule->follows_grade =
        (text_equal(rule->evidence, "effect") || text_equal(rule->evidence, "association")) &&
        !text_equal(header_get(header, "verb"), "none");
    return true;
}

static int by_position(const void *left, const void *right)
{
    const Rule *a = left, *b = right;
    return a->position != b->position ? (a->position > b->position) - (a->position < b->position)
                                      : strcmp(a->id, b->id);
}

bool rule_list(Run *run, Rule **rules, int *count)
{
    const Asset **assets;
    bool good = true;
    int n = asset_list(run, "analysis/recommendations", ".sql", &assets);
    *rules = arena_new(run->arena, Rule, n + 1);
    *count = 0;
    for (int i = 0; i < n; i++) {
        if (read_rule(run, assets[i], &(*rules)[*count]))
            (*count)++;
        else
            good = false;
    }
    if (*count)
        qsort(*rules, (size_t)*count, sizeof **rules, by_position);
    return good;
}

static bool store_estimates(Run *run, const Rule *rule, const char *name, const EstimateList *list)
{
    Query insert;
    if (!query_open(&insert, run,
                    SQL("INSERT INTO analysis_rule_estimate (recommendation, name, term, estimate, "
                        "se, df, p, ci_low, ci_high, n, n_clusters, note) VALUES (?1, ?2, ?3, ?4, "
                        "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")))
        return false;
    for (int i = 0; i < list->count; i++) {
        const Estimate *row = &list->items[i];
        query_bind(&insert, 1, "tttddddddiit", rule->id, name, row->term, row->estimate, row->se,
                   row->df, row->p, row->ci_low, row->ci_high, (int64_t)row->n,
                   (int64_t)row->n_clusters, row->note);
        query_run(&insert);
    }
    return query_close(&insert);
}

/* `estimate NAME: estimator | frame | settings`: no answer leaves no rows, which the SELECT sees.
 */
static bool run_estimates(Run *run, const Rule *rule)
{
    static const char START[] = "estimate ";
    bool good = true;
    for (int i = 0; i < rule->header.nentry && good; i++) {
        const HeaderEntry *entry = &rule->header.entries[i];
        const char **parts;
        if (!text_starts(entry->key, START))
            continue;
        Place at = place_of(&rule->header, i);
        if (rule_split(run->arena, entry->value, &parts) != 3)
            return diag_fail(run->diag, at, MSG_ESTIMATE_SYNTAX, entry->value);
        const Asset *asset = frame_find(run, parts[1], at);
        Arena *step = arena_open();
        EstimateList list;
        Frame frame;
        good = asset && frame_from_sql(run, asset, step, &frame);
        if (good && call_estimator(run, parts[0], &frame, parts[2], step, &list))
            good = store_estimates(run, rule, entry->key + strlen(START), &list);
        arena_close(step);
    }
    return good;
}

static bool is_alone(Run *run, const Query *query)
{
    sqlite3_stmt *second = NULL;
    const char *rest = query->sql.text + strlen(sqlite3_sql(query->stmt));
    bool alone = sqlite3_prepare_v2(run->db, rest, -1, &second, NULL) == SQLITE_OK && !second;
    sqlite3_finalize(second);
    return alone;
}

static void bind_thresholds(Run *run, const Rule *rule, Query *query)
{
    for (int i = 0; i < rule->nthreshold; i++) {
        int index = sqlite3_bind_parameter_index(
            query->stmt, arena_format(run->arena, ":%s", rule->thresholds[i].name));
        if (index > 0)
            query_bind(query, index, "d", rule->thresholds[i].value);
    }
}

static void keep_row(Run *run, const Query *query, RuleRow *row)
{
    int ncolumn = query_ncolumn(query);
    row->found = true;
    for (int i = 0; i < ncolumn; i++) {
        RuleValue *value = &row->values[row->n++];
        *value = (RuleValue){arena_text(run->arena, query_name(query, i)), NULL, NAN};
        if (query->stmt && sqlite3_column_type(query->stmt, i) == SQLITE_TEXT)
            value->text = query_text_in(query, i, run->arena);
        else
            value->number = query_double(query, i);
    }
}

static bool read_row(Run *run, const Rule *rule, const char *as_of, RuleRow *row)
{
    Query query;
    Place at = {rule->sql.file, rule->sql.line, 1};
    if (!query_open(&query, run, rule->sql))
        return false;
    if (!query.stmt || !sqlite3_stmt_readonly(query.stmt) || query_ncolumn(&query) == 0 ||
        !is_alone(run, &query)) {
        query_close(&query);
        return diag_fail(run->diag, at, MSG_SQL_NOT_SELECT);
    }
    bool good = query_column(&query, "called") >= 0 ||
                diag_fail(run->diag, at, MSG_SQL_COLUMN_MISSING, "called");
    row->values = arena_new(run->arena, RuleValue, query_ncolumn(&query) + rule->nthreshold + 1);
    query_bind_name(&query, ":as_of", as_of);
    bind_thresholds(run, rule, &query);
    if (good && query_next(&query)) {
        keep_row(run, &query, row);
        if (query_next(&query))
            good = diag_fail(run->diag, at, MSG_RULE_ROWS);
    }
    return query_close(&query) && good;
}

bool rule_evaluate(Run *run, const Rule *rule, RuleRow *row)
{
    static const char *const MAY_READ[] = {"ingest", "metrics", "analysis"};
    Fence narrow = {.earlier = MAY_READ, .nearlier = COUNT(MAY_READ)}, *outer = run->fence;
    *row = (RuleRow){0};
    const char *as_of = db_text(
        run, run->arena, SQL("SELECT value FROM metrics_setting WHERE key = 'as_of'"), NULL, NULL);
    if (!run_estimates(run, rule))
        return false;
    stage_fence(run, &narrow);
    bool good = read_row(run, rule, as_of, row);
    stage_fence(run, outer);
    for (int i = 0; good && i < rule->nthreshold; i++)
        row->values[row->n++] =
            (RuleValue){rule->thresholds[i].name, NULL, rule->thresholds[i].value};
    return good;
}

static const RuleValue *find_value(const RuleRow *row, const char *name)
{
    for (int i = 0; i < row->n; i++)
        if (text_equal(row->values[i].name, name))
            return &row->values[i];
    return NULL;
}

double rule_number(const RuleRow *row, const char *name)
{
    const RuleValue *value = find_value(row, name);
    return value ? value->number : NAN;
}

const char *rule_word(const RuleRow *row, const char *name)
{
    const RuleValue *value = find_value(row, name);
    return value ? value->text : NULL;
}
