/* SQLite, wrapped: opening, statements, and faults turned into diagnostics with their place. */
#include "core/db.h"

#include "core/db_function.h"
#include "core/stage.h"
#include "core/text.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Line and column of a byte offset in SQL text that begins at line `first`. */
static Place place_at(const char *file, int first, const char *text, int offset)
{
    Place at = {file, first, 1};
    for (int i = 0; i < offset && text[i]; i++) {
        if (text[i] == '\n') {
            at.line++;
            at.column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80) {
            at.column++;
        }
    }
    return at;
}

static bool fail_at(Run *run, Sql sql, int base)
{
    int offset = sqlite3_error_offset(run->db);
    Place at = {sql.file, sql.line, 0};
    if (offset >= 0 || base > 0)
        at = place_at(sql.file, sql.line, sql.text, base + (offset > 0 ? offset : 0));
    return diag_fail(run->diag, at, MSG_SQL_ERROR, sqlite3_errmsg(run->db));
}

bool db_fail(Run *run, Sql sql)
{
    return fail_at(run, sql, 0);
}

bool db_open(Run *run, const char *path, bool read_only)
{
    int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    flags |= SQLITE_OPEN_NOMUTEX; /* one thread holds a store: no task of another gets a handle */
    mode_t before = umask(0177);
    int code = sqlite3_open_v2(path, &run->db, flags, NULL);
    umask(before);
    if (code != SQLITE_OK) {
        diag_report(run->diag, (Place){path, 0, 0}, MSG_STORE_OPEN, path,
                    run->db ? sqlite3_errmsg(run->db) : "?");
        db_close(run);
        return false;
    }
    sqlite3_extended_result_codes(run->db, 1);
    if (!db_register_functions(run->db))
        return db_fail(run, SQL("functions"));
    return db_exec(run, SQL("PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; "
                            "PRAGMA temp_store = MEMORY;"));
}

void db_close(Run *run)
{
    sqlite3_close(run->db);
    run->db = NULL;
}

bool db_exec(Run *run, Sql sql)
{
    const char *at = sql.text;
    while (*at) {
        sqlite3_stmt *stmt = NULL;
        const char *rest = NULL;
        int base = (int)(at - sql.text);
        if (sqlite3_prepare_v2(run->db, at, -1, &stmt, &rest) != SQLITE_OK)
            return fail_at(run, sql, base);
        int code = SQLITE_ROW;
        while (stmt && code == SQLITE_ROW)
            code = sqlite3_step(stmt);
        if (stmt && code != SQLITE_DONE) {
            fail_at(run, sql, base);
            sqlite3_finalize(stmt);
            return false;
        }
        sqlite3_finalize(stmt);
        at = rest;
    }
    return true;
}

bool query_open(Query *query, Run *run, Sql sql)
{
    *query = (Query){.run = run, .sql = sql};
    const char *rest = NULL;
    if (sqlite3_prepare_v3(run->db, sql.text, -1, SQLITE_PREPARE_PERSISTENT, &query->stmt, &rest) !=
        SQLITE_OK) {
        query->failed = true;
        return db_fail(run, sql);
    }
    return true;
}

void query_bind(Query *query, int first, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    for (; *format; format++, first++) {
        int code = SQLITE_OK;
        if (*format == 'i') {
            code = sqlite3_bind_int64(query->stmt, first, va_arg(list, int64_t));
        } else if (*format == 'd') {
            code = sqlite3_bind_double(query->stmt, first, va_arg(list, double));
        } else if (*format == 't') {
            const char *text = va_arg(list, const char *);
            code = text ? sqlite3_bind_text(query->stmt, first, text, -1, SQLITE_TRANSIENT)
                        : sqlite3_bind_null(query->stmt, first);
        } else {
            code = sqlite3_bind_null(query->stmt, first);
        }
        if (code != SQLITE_OK && !query->failed) {
            query->failed = true;
            db_fail(query->run, query->sql);
        }
    }
    va_end(list);
}

void query_bind_name(Query *query, const char *name, const char *text)
{
    int index = sqlite3_bind_parameter_index(query->stmt, name);
    if (index > 0)
        query_bind(query, index, "t", text);
}

bool query_next(Query *query)
{
    if (query->failed || !query->stmt)
        return false;
    int code = sqlite3_step(query->stmt);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        query->failed = true;
        db_fail(query->run, query->sql);
    }
    return false;
}

bool query_run(Query *query)
{
    while (query_next(query))
        continue;
    query_reset(query);
    return !query->failed;
}

void query_reset(Query *query)
{
    sqlite3_reset(query->stmt);
}

bool query_close(Query *query)
{
    sqlite3_finalize(query->stmt);
    query->stmt = NULL;
    return !query->failed;
}

int query_ncolumn(const Query *query)
{
    return sqlite3_column_count(query->stmt);
}

const char *query_name(const Query *query, int column)
{
    return sqlite3_column_name(query->stmt, column);
}

int query_column(const Query *query, const char *name)
{
    for (int i = 0; i < query_ncolumn(query); i++)
        if (text_equal(query_name(query, i), name))
            return i;
    return -1;
}

bool query_is_null(const Query *query, int column)
{
    return sqlite3_column_type(query->stmt, column) == SQLITE_NULL;
}

int64_t query_int(const Query *query, int column)
{
    return sqlite3_column_int64(query->stmt, column);
}

double query_double(const Query *query, int column)
{
    return query_is_null(query, column) ? NAN : sqlite3_column_double(query->stmt, column);
}

const char *query_text(const Query *query, int column)
{
    return (const char *)sqlite3_column_text(query->stmt, column);
}

char *query_text_in(const Query *query, int column, Arena *arena)
{
    return arena_text(arena, query_text(query, column));
}

char *db_text(Run *run, Arena *arena, Sql sql, const char *argument, const char *fallback)
{
    Query query;
    char *text = NULL;
    if (!query_open(&query, run, sql))
        return arena_text(arena, fallback);
    if (sqlite3_bind_parameter_count(query.stmt) > 0)
        query_bind(&query, 1, "t", argument);
    if (query_next(&query))
        text = query_text_in(&query, 0, arena);
    query_close(&query);
    return text ? text : arena_text(arena, fallback);
}

double db_double(Run *run, Sql sql, const char *argument, double fallback)
{
    Query query;
    double value = fallback;
    if (!query_open(&query, run, sql))
        return fallback;
    if (sqlite3_bind_parameter_count(query.stmt) > 0)
        query_bind(&query, 1, "t", argument);
    if (query_next(&query) && !query_is_null(&query, 0))
        value = query_double(&query, 0);
    query_close(&query);
    return value;
}

bool db_has_table(Run *run, const char *name)
{
    return sqlite3_table_column_metadata(run->db, "main", name, NULL, NULL, NULL, NULL, NULL,
                                         NULL) == SQLITE_OK;
}
