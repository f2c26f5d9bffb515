/* Re-submission: rows with one key within a region, in the order of submissions. The later one
 * supersedes; `delete` withdraws; two of one submission repeat each other or are in conflict. */
#include "ingest/fault.h"

#include "core/text.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    int64_t row;
    const char *submission; /* "" for central files */
    bool withdraws, gone;
    const char *state; /* what it becomes */
} Candidate;

typedef struct {
    Ingest *in;
    const Dataset *dataset;
    bool first;   /* repeats and needless deletes are told once */
    Arena *arena; /* the group */
    Candidate *items;
    int count, capacity;
    const char *key; /* as shown in messages */
    Query update, remove, content;
} History;

/* Calls for each column that makes rows the same, in the order of the key's index. */
static void each_key(Arena *arena, const Dataset *dataset, Buffer *sql, const char *separator,
                     const char *format)
{
    const char *region = (dataset->origin & ORIGIN_REGIONAL) ? "region" : NULL;
    if (dataset->region_column >= 0 && dataset->columns[dataset->region_column].key)
        region = "region";
    if (dataset->programme_wide)
        region = NULL;
    for (int i = 0; i <= dataset->ncolumn; i++) {
        bool last = i == dataset->ncolumn;
        if (last ? !region : !dataset->columns[i].key || i == dataset->region_column)
            continue;
        const char *name = last ? region : dataset->columns[i].name;
        buffer_text(sql, sql->length ? separator : "");
        for (const char *at = format; *at; at++)
            buffer_text(sql,
                        *at == '?' ? arena_format(arena, "\"%s\"", name) : (char[]){*at, '\0'});
    }
}

const char *history_key(Arena *arena, const Dataset *dataset, const char *prefix)
{
    Buffer sql = buffer_open(arena);
    each_key(arena, dataset, &sql, ", ", arena_format(arena, "%s?", prefix));
    return buffer_end(&sql);
}

static const char *join_on(Arena *arena, const Dataset *dataset)
{
    Buffer sql = buffer_open(arena);
    each_key(arena, dataset, &sql, " AND ", "d.? = g.?");
    return buffer_end(&sql);
}

static bool has_key(const Dataset *dataset)
{
    for (int i = 0; i < dataset->ncolumn; i++)
        if (dataset->columns[i].key)
            return true;
    return false;
}

static const char *short_place(History *history, int64_t row)
{
    const char *path = db_text(history->in->run, history->arena,
                               SQL("SELECT path FROM ingest_file WHERE file = CAST(?1 AS INTEGER)"),
                               arena_format(history->arena, "%lld", (long long)(row >> 32)), "?");
    return arena_format(history->arena, "%s:%lld", path, (long long)(row & 0xFFFFFFFF));
}

/* Whether two stored rows agree in every declared column. */
static bool is_same(History *history, int64_t left, int64_t right)
{
    query_bind(&history->content, 1, "ii", left, right);
    bool same = query_next(&history->content) && query_int(&history->content, 0) == 1;
    query_reset(&history->content);
    return same;
}

static void reject_all(History *history, int from, int to)
{
    for (int i = from; i < to; i++) {
        Candidate *candidate = &history->items[i];
        const char *other = short_place(history, history->items[i == from ? from + 1 : from].row);
        candidate->state = "rejected";
        candidate->gone = true;
        fault_row(history->in, candidate->row, NULL, NULL, MSG_KEY_CONFLICT, history->key, other);
    }
}

/* Leaves at most one row of a submission's [from, to); returns its index, or -1. */
static int settle_submission(History *history, int from, int to)
{
    int kept = -1;
    bool conflict = false;
    for (int i = from; i < to; i++) {
        Candidate *candidate = &history->items[i];
        if (kept < 0) {
            kept = i;
            continue;
        }
        Candidate *other = &history->items[kept];
        bool same = candidate->withdraws == other->withdraws &&
                    (candidate->withdraws || is_same(history, candidate->row, other->row));
        conflict = conflict || !same;
    }
    if (conflict) {
        reject_all(history, from, to);
        return -1;
    }
    for (int i = kept + 1; kept >= 0 && i < to; i++) {
        history->items[i].gone = true;
        if (!history->items[i].withdraws)
            history->items[i].state = "repeat";
        fault_row(history->in, history->items[i].row, NULL, NULL, MSG_KEY_REPEAT, history->key,
                  short_place(history, history->items[kept].row));
    }
    return kept;
}

static void settle_group(History *history)
{
    int live = -1;
    for (int from = 0; from < history->count;) {
        int to = from + 1;
        while (to < history->count &&
               strcmp(history->items[to].submission, history->items[from].submission) == 0)
            to++;
        int kept = settle_submission(history, from, to);
        from = to;
        if (kept < 0)
            continue;
        Candidate *candidate = &history->items[kept];
        if (live >= 0)
            history->items[live].state = candidate->withdraws ? "withdrawn" : "superseded";
        else if (candidate->withdraws && history->first)
            fault_row(history->in, candidate->row, NULL, NULL, MSG_KEY_UNKNOWN, history->key);
        live = candidate->withdraws ? -1 : kept;
        if (live >= 0)
            candidate->state = "current";
    }
}

static void store_states(History *history)
{
    for (int i = 0; i < history->count; i++) {
        const Candidate *candidate = &history->items[i];
        if (!candidate->state)
            continue;
        bool repeat = strcmp(candidate->state, "repeat") == 0;
        Query *query = repeat ? &history->remove : &history->update;
        query_bind(query, 1, "i", candidate->row);
        if (!repeat)
            query_bind(query, 2, "t", candidate->state);
        query_run(query);
    }
}

static void end_group(History *history)
{
    if (history->count) {
        settle_group(history);
        store_states(history);
    }
    history->count = 0;
    history->items = NULL;
    history->capacity = 0;
    arena_release(history->arena, (ArenaMark){0});
}

/* The key as a person may see it: persons' ids are left out. */
static const char *show_key(History *history, const Query *query)
{
    Buffer text = buffer_open(history->arena);
    int index = 3;
    for (int i = 0; i < history->dataset->ncolumn; i++) {
        const DataColumn *column = &history->dataset->columns[i];
        if (!column->key || i == history->dataset->region_column)
            continue;
        const char *value = query_text(query, index++);
        buffer_format(&text, "%s%s", text.length ? ", " : "",
                      column->type == TYPE_PERSON ? "…"
                      : value                     ? value
                                                  : "");
    }
    return arena_text(history->arena, buffer_end(&text));
}

static bool same_key(const Query *query, const char **last, Arena *keep)
{
    Buffer key = buffer_open(keep);
    for (int i = 3; i < query_ncolumn(query); i++) {
        const char *value = query_text(query, i);
        buffer_format(&key, "%zu:%s|", value ? strlen(value) : 0, value ? value : "");
    }
    const char *now = buffer_end(&key);
    bool same = *last && strcmp(*last, now) == 0;
    *last = now;
    return same;
}

static bool open_queries(History *history)
{
    Ingest *in = history->in;
    const char *name = history->dataset->name;
    Buffer same = buffer_open(in->arena);
    buffer_text(&same, "SELECT a.region IS b.region");
    for (int i = 0; i < history->dataset->ncolumn; i++)
        if (history->dataset->columns[i].type != TYPE_ITEMS)
            buffer_format(&same, " AND a.\"%s\" IS b.\"%s\"", history->dataset->columns[i].name,
                          history->dataset->columns[i].name);
    buffer_format(&same,
                  " FROM \"ingest_%s_row\" a, \"ingest_%s_row\" b WHERE a.\"row\" = ?1 AND "
                  "b.\"row\" = ?2",
                  name, name);
    Sql update = {history->dataset->file, 1,
                  arena_format(in->arena,
                               "UPDATE \"ingest_%s_row\" SET state = ?2 WHERE \"row\" = ?1", name)};
    Sql remove = {
        history->dataset->file, 1,
        arena_format(in->arena, "DELETE FROM \"ingest_%s_row\" WHERE \"row\" = ?1", name)};
    Sql content = {history->dataset->file, 1, buffer_end(&same)};
    return query_open(&history->update, in->run, update) &&
           query_open(&history->remove, in->run, remove) &&
           query_open(&history->content, in->run, content);
}

static void add_candidate(History *history, const Query *query)
{
    const char *submission = query_text(query, 1);
    history->items = arena_room(history->arena, history->items, sizeof *history->items,
                                history->count, &history->capacity);
    history->items[history->count++] =
        (Candidate){.row = query_int(query, 0),
                    .submission = arena_text(history->arena, submission ? submission : ""),
                    .withdraws = strcmp(query_text(query, 2), "delete") == 0};
}

/* Rows whose key is there more than once, or withdrawn, in order of key and submission. */
static bool resolve_dataset(Ingest *in, const Dataset *dataset, bool first)
{
    History history = {.in = in, .dataset = dataset, .first = first};
    const char *keys = history_key(in->arena, dataset, ""), *joined = join_on(in->arena, dataset);
    const char *order = history_key(in->arena, dataset, "+d.");
    const char *sql = arena_format(
        in->arena,
        "SELECT d.\"row\", d.submission, d.state, %s FROM (SELECT %s FROM \"ingest_%s_row\" "
        "WHERE state <> 'rejected' GROUP BY %s "
        "HAVING count(*) > 1 OR max(state <> 'current')) g "
        "JOIN \"ingest_%s_row\" d ON %s WHERE d.state <> 'rejected' "
        "ORDER BY %s, d.submission, d.\"row\"", /* + : sorted apart, since states change meanwhile
                                                 */
        history_key(in->arena, dataset, "d."), keys, dataset->name, keys, dataset->name, joined,
        order);
    Query query;
    if (!open_queries(&history) || !query_open(&query, in->run, (Sql){dataset->file, 1, sql}))
        return false;
    history.arena = arena_open();
    Arena *keep = arena_open();
    const char *last = NULL;
    while (query_next(&query)) {
        if (!same_key(&query, &last, keep)) {
            end_group(&history);
            history.key = show_key(&history, &query);
        }
        add_candidate(&history, &query);
    }
    end_group(&history);
    arena_close(keep);
    arena_close(history.arena);
    bool done = query_close(&query);
    done = query_close(&history.update) && done;
    done = query_close(&history.remove) && done;
    return query_close(&history.content) && done;
}

bool history_resolve(Ingest *in, bool first)
{
    for (int i = 0; i < in->datasets.count; i++)
        if (in->datasets.items[i].nfile && !in->datasets.items[i].unique &&
            has_key(&in->datasets.items[i]) && !resolve_dataset(in, &in->datasets.items[i], first))
            return false;
    return true;
}

/* ---- cumulative files ---- */

static bool withdraw_absent_of(Ingest *in, const Dataset *dataset, const char *region,
                               const char *newest)
{
    Query query;
    Buffer same = buffer_open(in->arena);
    for (int i = 0; i < dataset->ncolumn; i++)
        if (dataset->columns[i].key)
            buffer_format(&same, " AND n.\"%s\" IS d.\"%s\"", dataset->columns[i].name,
                          dataset->columns[i].name);
    const char *sql = arena_format(
        in->arena,
        "UPDATE \"ingest_%s_row\" AS d SET state = 'withdrawn' WHERE state = 'current' "
        "AND region = ?1 AND submission < ?2 AND NOT EXISTS (SELECT 1 FROM \"ingest_%s_row\" n "
        "WHERE n.region = ?1 AND n.submission = ?2%s)",
        dataset->name, dataset->name, buffer_end(&same));
    if (!query_open(&query, in->run, (Sql){dataset->file, 1, sql}))
        return false;
    query_bind(&query, 1, "tt", region, newest);
    query_run(&query);
    return query_close(&query);
}

/* In each region the newest submission with a readable file of the dataset counts. */
static bool withdraw_absent(Ingest *in, const Dataset *dataset)
{
    Query query;
    if (!query_open(
            &query, in->run,
            SQL("SELECT region, max(submission) FROM ingest_file f WHERE dataset = ?1 AND "
                "submission IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ingest_fault x WHERE "
                "x.file = f.file AND x.severity = 'error' AND (x.line IS NULL OR x.line <= 1 "
                "OR x.code LIKE 'header.%')) GROUP BY region ORDER BY region")))
        return false;
    query_bind(&query, 1, "t", dataset->name);
    bool done = true;
    while (done && query_next(&query))
        done = withdraw_absent_of(in, dataset, query_text(&query, 0), query_text(&query, 1));
    return query_close(&query) && done;
}

bool history_cumulative(Ingest *in)
{
    for (int i = 0; i < in->datasets.count; i++) {
        const Dataset *dataset = &in->datasets.items[i];
        char *key = arena_format(in->arena, "cumulative.%s", dataset->name);
        if (dataset->nfile && (dataset->origin & ORIGIN_REGIONAL) &&
            strcmp(programme_get(in, key, "0"), "1") == 0 && !withdraw_absent(in, dataset))
            return false;
    }
    return true;
}

/* ---- rows that a newer file of the same period no longer has ---- */

/* Length of the period that a label starts with: its letters and digits before the first - or _. */
static int period_length(const char *label)
{
    return (int)strcspn(label, "-_ ");
}

static bool tell_vanished(Ingest *in, const Dataset *dataset, const char *region, int64_t file,
                          const char *submission)
{
    Query query;
    const char *sql = arena_format(
        in->arena,
        "SELECT submission, count(*) FROM \"ingest_%s_row\" WHERE state = 'current' AND region = "
        "?1 "
        "AND submission < ?2 AND substr(submission, 1, ?3) = substr(?2, 1, ?3) "
        "AND (length(submission) = ?3 OR substr(submission, ?3 + 1, 1) IN ('-', '_', ' ')) "
        "GROUP BY submission ORDER BY submission",
        dataset->name);
    if (!query_open(&query, in->run, (Sql){dataset->file, 1, sql}))
        return false;
    query_bind(&query, 1, "tti", region, submission, (int64_t)period_length(submission));
    while (query_next(&query))
        fault_row(in, ROW_OF(file, 0), NULL, NULL, MSG_ROW_VANISHED, query_text(&query, 0),
                  (int)query_int(&query, 1));
    return query_close(&query);
}

bool history_vanished(Ingest *in)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("SELECT dataset, region, submission, min(file) FROM ingest_file f "
                        "WHERE submission IS NOT NULL AND dataset IS NOT NULL AND EXISTS "
                        "(SELECT 1 FROM ingest_file e WHERE e.dataset = f.dataset AND "
                        "e.region = f.region AND e.submission < f.submission) "
                        "GROUP BY dataset, region, submission ORDER BY 1, 2, 3")))
        return false;
    bool done = true;
    while (done && query_next(&query)) {
        const Dataset *dataset = dataset_find(&in->datasets, query_text(&query, 0));
        if (dataset && dataset->nfile)
            done = tell_vanished(in, dataset, query_text(&query, 1), query_int(&query, 3),
                                 query_text(&query, 2));
    }
    return query_close(&query) && done;
}
