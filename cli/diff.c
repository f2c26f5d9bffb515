/* ietekme diff OLD.sqlite NEW.sqlite: what changed between two stores, and why. Rows by their key,
 * field by field, each with its places in both; then KPI values, with the rows behind them. CSV on
 * standard output. Persons are never shown. */
#include "cli/command.h"

#include "core/csv.h"
#include "core/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A column of a dataset that both stores have. */
typedef struct {
    const char *name;
    bool key, person;
} Field;

typedef struct {
    const char *name;
    Field *fields;
    int nfield;
    bool has_key, has_person_key;
    char *join; /* n and o are the same row */
} Table;

typedef struct {
    Run *run;
    Arena *arena;
    CsvWriter out;
    bool same_key; /* pseudonyms of both stores can be compared */
} Diff;

static int list_tables(Diff *diff, Table **tables)
{
    Query query;
    int count = 0, capacity = 0;
    *tables = NULL;
    if (!query_open(
            &query, diff->run,
            SQL("SELECT DISTINCT n.dataset FROM main.ingest_column n JOIN old.ingest_column o "
                "ON o.dataset = n.dataset ORDER BY n.dataset")))
        return -1;
    while (query_next(&query)) {
        *tables = arena_room(diff->arena, *tables, sizeof **tables, count, &capacity);
        (*tables)[count++] = (Table){.name = query_text_in(&query, 0, diff->arena)};
    }
    return query_close(&query) ? count : -1;
}

static bool read_fields(Diff *diff, Table *table)
{
    Query query;
    int capacity = 0;
    Buffer join = buffer_open(diff->arena);
    if (!query_open(&query, diff->run,
                    SQL("SELECT n.field, n.is_key, n.type = 'person' FROM main.ingest_column n "
                        "JOIN old.ingest_column o ON o.dataset = n.dataset AND o.field = n.field "
                        "WHERE n.dataset = ?1 ORDER BY n.position")))
        return false;
    query_bind(&query, 1, "t", table->name);
    buffer_text(&join, "n.region IS o.region");
    while (query_next(&query)) {
        Field field = {query_text_in(&query, 0, diff->arena), query_int(&query, 1) == 1,
                       query_int(&query, 2) == 1};
        table->fields =
            arena_room(diff->arena, table->fields, sizeof *table->fields, table->nfield, &capacity);
        table->fields[table->nfield++] = field;
        table->has_key = table->has_key || field.key;
        table->has_person_key = table->has_person_key || (field.key && field.person);
        if (field.key)
            buffer_format(&join, " AND n.\"%s\" = o.\"%s\"", field.name, field.name);
    }
    table->join = arena_text(diff->arena, buffer_end(&join));
    return query_close(&query);
}

/* ---- rows ---- */

static char *place_of(Diff *diff, const char *store, int64_t row)
{
    Sql sql = text_equal(store, "old")
                  ? SQL("SELECT path FROM old.ingest_file WHERE file = CAST(?1 AS INTEGER)")
                  : SQL("SELECT path FROM main.ingest_file WHERE file = CAST(?1 AS INTEGER)");
    char *file = arena_format(diff->arena, "%lld", (long long)(row >> 32));
    return arena_format(diff->arena, "%s:%lld", db_text(diff->run, diff->arena, sql, file, "?"),
                        (long long)(row & 0xFFFFFFFF));
}

static void put_line(Diff *diff, const char *kind, const char *name, const char *region,
                     const char *change, const char *key, const char *field, const char *before,
                     const char *after, const char *old_place, const char *new_place,
                     const char *why)
{
    const char *const cells[] = {kind,   name,  region,    change,    key, field,
                                 before, after, old_place, new_place, why};
    for (int i = 0; i < COUNT(cells); i++)
        csv_put_text(&diff->out, cells[i]);
    csv_put_end(&diff->out);
}

/* The key as people may see it, from columns `first`… of the query, one a key field. */
static char *show_key(Diff *diff, const Table *table, const Query *query, int first)
{
    Buffer key = buffer_open(diff->arena);
    for (int i = 0; i < table->nfield; i++) {
        if (!table->fields[i].key)
            continue;
        const char *value = query_text(query, first++);
        buffer_format(&key, "%s%s", key.length ? "; " : "",
                      table->fields[i].person ? "…"
                      : value                 ? value
                                              : "");
    }
    return arena_text(diff->arena, buffer_end(&key));
}

static void add_keys(Buffer *sql, const Table *table, const char *alias)
{
    for (int i = 0; i < table->nfield; i++)
        if (table->fields[i].key)
            buffer_format(sql, ", %s.\"%s\"", alias, table->fields[i].name);
}

/* The codes for which the new store keeps out the row of a place, or "". */
static const char *reason_of(Diff *diff, const char *place)
{
    return db_text(diff->run, diff->arena,
                   SQL("SELECT group_concat(DISTINCT code) FROM main.ingest_fault "
                       "WHERE path || ':' || line = ?1 AND severity = 'error'"),
                   place, "");
}

/* Rows that one store has and the other does not have among its current ones. */
static bool put_only(Diff *diff, const Table *table, bool added)
{
    Query query;
    Buffer sql = buffer_open(diff->arena);
    const char *mine = added ? "n" : "o";
    buffer_format(&sql, "SELECT %s.\"row\", %s.region", mine, mine);
    if (added)
        buffer_text(&sql, ", 'added'");
    else
        buffer_format(
            &sql,
            ", coalesce((SELECT CASE n.state WHEN 'rejected' THEN 'kept_out' WHEN 'delete' "
            "THEN 'withdrawn' ELSE n.state END FROM main.\"ingest_%s_row\" n WHERE %s "
            "ORDER BY n.\"row\" DESC LIMIT 1), 'gone')",
            table->name, table->join);
    add_keys(&sql, table, mine);
    buffer_format(&sql,
                  " FROM %s.\"ingest_%s\" %s WHERE NOT EXISTS (SELECT 1 FROM %s.\"ingest_%s\" %s "
                  "WHERE %s) ORDER BY 1",
                  added ? "main" : "old", table->name, mine, added ? "old" : "main", table->name,
                  added ? "o" : "n", table->join);
    if (!query_open(&query, diff->run, (Sql){table->name, 1, buffer_end(&sql)}))
        return false;
    while (query_next(&query)) {
        ArenaMark mark = arena_mark(diff->arena);
        char *place = place_of(diff, added ? "main" : "old", query_int(&query, 0));
        const char *why = added ? NULL : reason_of(diff, place);
        put_line(diff, "row", table->name, query_text(&query, 1), query_text(&query, 2),
                 show_key(diff, table, &query, 3), NULL, NULL, NULL, added ? NULL : place,
                 added ? place : NULL, why);
        arena_release(diff->arena, mark);
    }
    return query_close(&query);
}

static int count_keys(const Table *table)
{
    int n = 0;
    for (int i = 0; i < table->nfield; i++)
        n += table->fields[i].key;
    return n;
}

/* One line for each field that differs. */
static void put_changes(Diff *diff, const Table *table, const Query *query)
{
    int column = 3 + count_keys(table);
    char *key = show_key(diff, table, query, 3);
    char *old_place = place_of(diff, "old", query_int(query, 1));
    char *new_place = place_of(diff, "main", query_int(query, 0));
    for (int i = 0; i < table->nfield; i++) {
        if (table->fields[i].key)
            continue;
        char *before = query_text_in(query, column++, diff->arena);
        char *after = query_text_in(query, column++, diff->arena);
        bool person = table->fields[i].person;
        if (!text_equal(before, after) && !(person && !diff->same_key))
            put_line(diff, "row", table->name, query_text(query, 2), "changed", key,
                     table->fields[i].name, person && before ? "…" : before,
                     person && after ? "…" : after, old_place, new_place, NULL);
    }
}

static bool put_changed(Diff *diff, const Table *table)
{
    Query query;
    Buffer sql = buffer_open(diff->arena), differs = buffer_open(diff->arena);
    buffer_text(&sql, "SELECT n.\"row\", o.\"row\", n.region");
    add_keys(&sql, table, "n");
    for (int i = 0; i < table->nfield; i++) {
        const char *name = table->fields[i].name;
        if (table->fields[i].key)
            continue;
        buffer_format(&sql, ", o.\"%s\", n.\"%s\"", name, name);
        buffer_format(&differs, "%so.\"%s\" IS NOT n.\"%s\"", differs.length ? " OR " : "", name,
                      name);
    }
    if (!differs.length)
        return true;
    buffer_format(&sql,
                  " FROM main.\"ingest_%s\" n JOIN old.\"ingest_%s\" o ON %s WHERE %s ORDER BY 1",
                  table->name, table->name, table->join, buffer_end(&differs));
    if (!query_open(&query, diff->run, (Sql){table->name, 1, buffer_end(&sql)}))
        return false;
    while (query_next(&query)) {
        ArenaMark mark = arena_mark(diff->arena);
        put_changes(diff, table, &query);
        arena_release(diff->arena, mark);
    }
    return query_close(&query);
}

static bool put_rows(Diff *diff)
{
    Table *tables;
    int n = list_tables(diff, &tables);
    bool done = n >= 0;
    for (int i = 0; i < n && done; i++) {
        Table *table = &tables[i];
        done = read_fields(diff, table);
        if (!done || !table->has_key || (table->has_person_key && !diff->same_key))
            continue;
        done =
            put_only(diff, table, true) && put_only(diff, table, false) && put_changed(diff, table);
    }
    return done;
}

/* ---- KPI values ---- */

static void put_value(Diff *diff, const Query *query, const char *field, int column)
{
    bool same = query_is_null(query, column)
                    ? query_is_null(query, column + 1)
                    : query_double(query, column) == query_double(query, column + 1);
    if (same)
        return;
    put_line(diff, "kpi", query_text(query, 0), query_text(query, 1), "changed",
             query_text(query, 2), field, query_text_in(query, column, diff->arena),
             query_text_in(query, column + 1, diff->arena), NULL, NULL, query_text(query, 3));
}

/* Why a value changed: the datasets that its KPI counts. */
static bool put_values(Diff *diff)
{
    Query query;
    if (!query_open(
            &query, diff->run,
            SQL("SELECT n.kpi, n.region, n.figure, (SELECT group_concat(dataset, '; ') FROM "
                "(SELECT dataset FROM main.metrics_dataset d WHERE d.kpi = n.kpi ORDER BY 1)), "
                "o.in_period, n.in_period, o.cumulative, n.cumulative "
                "FROM main.metrics_value n JOIN old.metrics_value o ON o.kpi = n.kpi AND "
                "o.region = n.region AND o.period = n.period AND o.sex = n.sex "
                "WHERE o.in_period IS NOT n.in_period OR o.cumulative IS NOT n.cumulative "
                "ORDER BY n.kpi, n.region, n.period, n.sex")))
        return false;
    while (query_next(&query)) {
        ArenaMark mark = arena_mark(diff->arena);
        put_value(diff, &query, "in_period", 4);
        put_value(diff, &query, "cumulative", 6);
        arena_release(diff->arena, mark);
    }
    return query_close(&query);
}

static bool has_table(Run *run, const char *store, const char *table)
{
    return sqlite3_table_column_metadata(run->db, store, table, NULL, NULL, NULL, NULL, NULL,
                                         NULL) == SQLITE_OK;
}

static bool check_stores(Diff *diff, const char *old_path, const char *new_path)
{
    Run *run = diff->run;
    if (!has_table(run, "old", "ingest_column"))
        return diag_fail(run->diag, (Place){old_path, 0, 0}, MSG_STORE_STAGE, "ingest", "ingest");
    if (!has_table(run, "main", "ingest_column"))
        return diag_fail(run->diag, (Place){new_path, 0, 0}, MSG_STORE_STAGE, "ingest", "ingest");
    diff->same_key =
        db_double(
            run,
            SQL("SELECT (SELECT value FROM main.ingest_setting WHERE key = 'key_fingerprint') IS "
                "(SELECT value FROM old.ingest_setting WHERE key = 'key_fingerprint')"),
            NULL, 0) == 1;
    if (!diff->same_key)
        diag_report(run->diag, (Place){new_path, 0, 0}, MSG_DIFF_KEY);
    return true;
}

static bool attach(Run *run, const char *path)
{
    Query query;
    if (!query_open(&query, run, SQL("ATTACH ?1 AS old")))
        return false;
    query_bind(&query, 1, "t", path);
    query_run(&query);
    return query_close(&query);
}

static int run_diff(Run *run, int nargs, char **args)
{
    (void)nargs;
    for (int i = 0; i < 2; i++)
        if (access(args[i], R_OK) != 0) {
            diag_report(run->diag, (Place){args[i], 0, 0}, MSG_STORE_MISSING, args[i]);
            return EXIT_NOT_DONE;
        }
    if (!db_open(run, args[1], true))
        return EXIT_NOT_DONE;
    Diff diff = {.run = run, .arena = arena_open(), .out = {.out = stdout}};
    bool done = attach(run, args[0]) && check_stores(&diff, args[0], args[1]);
    if (done) {
        put_line(&diff, "kind", "name", "region", "change", "key", "field", "old", "new",
                 "old_place", "new_place", "why");
        done = put_rows(&diff);
        if (done && has_table(run, "old", "metrics_value") &&
            has_table(run, "main", "metrics_value"))
            done = put_values(&diff);
    }
    arena_close(diff.arena);
    db_close(run);
    return done ? EXIT_DONE : EXIT_NOT_DONE;
}

const Command COMMAND_DIFF = {"diff",
                              "OLD.sqlite NEW.sqlite",
                              2,
                              2,
                              0,
                              false,
                              {"rāda, kas un kāpēc mainījies starp divām krātuvēm",
                               "show what changed between two stores, and why"},
                              run_diff};
