/* SQLite, wrapped: every fault becomes a diagnostic with file:line:column of the SQL text. Values
 * are bound, never printed into SQL. NaN is NULL both ways. */
#ifndef CORE_DB_H
#define CORE_DB_H

#include "core/diag.h"

#include <sqlite3.h>
#include <stdint.h>

/* SQL text and where it stands. SQL("…") names the C line; an asset names its own file. */
typedef struct {
    const char *file;
    int line;
    const char *text;
} Sql;
#define SQL(text) ((Sql){__FILE__, __LINE__, text})

/* What a stage or command works with. */
typedef struct Options Options;   /* core/stage.h */
typedef struct Progress Progress; /* core/progress.h */
typedef struct {
    sqlite3 *db;
    Diag *diag;
    Arena *arena;
    const Options *options;
    Progress *progress; /* NULL: silent */
    struct Fence *fence; /* the fence in force (core/stage.h), or NULL */
} Run;

typedef struct {
    sqlite3_stmt *stmt;
    Run *run;
    Sql sql;
    bool failed; /* a fault was reported; steps and binds do nothing more */
} Query;

/* Opens or makes a store (mode 0600) and registers the program's functions: exact_sum(x),
 * date_days(iso), date_add(iso, days), date_months(iso, months), text_key(text), collation LV. */
bool db_open(Run *run, const char *path, bool read_only);
void db_close(Run *run);
/* Runs a script of any number of statements that return nothing. */
bool db_exec(Run *run, Sql sql);

/* Prepares one statement. On false nothing needs closing. */
bool query_open(Query *query, Run *run, Sql sql);
/* Binds the next values from `first` on by a format: i int64 (pass int64_t), d double, t text
 * (NULL is NULL), n NULL (takes no argument). bind(q, 1, "tid", "a", (int64_t)2, 0.5). */
void query_bind(Query *query, int first, const char *format, ...);
/* Binds text to a named parameter (":period") where the statement has it. */
void query_bind_name(Query *query, const char *name, const char *text);
/* True while there is a row. At the end, or on a reported fault, false; see query_close. */
bool query_next(Query *query);
/* Runs to the end and resets, keeping the statement for the next bind. False on a fault. */
bool query_run(Query *query);
void query_reset(Query *query);
/* Finalizes; true if no fault was reported since query_open. */
bool query_close(Query *query);

int query_ncolumn(const Query *query);
const char *query_name(const Query *query, int column);
int query_column(const Query *query, const char *name); /* -1 if there is none */
bool query_is_null(const Query *query, int column);
int64_t query_int(const Query *query, int column);
double query_double(const Query *query, int column); /* NULL gives NaN */
/* Valid until the next step; NULL for NULL. query_text_in copies into an arena. */
const char *query_text(const Query *query, int column);
char *query_text_in(const Query *query, int column, Arena *arena);

/* One value, for short look-ups; `fallback` if there is no row or NULL. */
char *db_text(Run *run, Arena *arena, Sql sql, const char *argument, const char *fallback);
double db_double(Run *run, Sql sql, const char *argument, double fallback);
bool db_has_table(Run *run, const char *name);

/* Reports SQLite's present fault at `sql`; returns false. */
bool db_fail(Run *run, Sql sql);

#endif
