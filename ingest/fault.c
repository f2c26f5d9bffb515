/* Keeps diagnostics about data in ingest_fault and tells them at the end, in order of place. */
#include "ingest/fault.h"

#include "core/text.h"

#include <string.h>

bool fault_open(Ingest *in)
{
    return query_open(&in->fault, in->run,
                      SQL("INSERT INTO ingest_fault (fault, file, path, line, column, severity, "
                          "code, field, value, message_lv, message_en) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"));
}

static const char *severity_name(Severity severity)
{
    return severity == SEVERITY_ERROR ? "error" : severity == SEVERITY_WARNING ? "warning" : "note";
}

/* A personal code may have been typed into any column: eleven digits are never kept. */
static const char *without_codes(Arena *arena, const char *value)
{
    if (!value)
        return NULL;
    char *copy = arena_text(arena, value);
    for (char *at = copy; *at; at++) {
        int ndigit = 0;
        char *end = at;
        while ((*end >= '0' && *end <= '9') || (*end == '-' && ndigit == 6))
            ndigit += *end++ != '-';
        if (ndigit == 11)
            for (char *digit = at; digit < end; digit++)
                *digit = *digit == '-' ? '-' : '*';
        at = end > at ? end - 1 : at;
    }
    return copy;
}

static void keep(Ingest *in, const char *path, int64_t file, const FaultAt *at, const Diagnostic *d)
{
    Arena *arena = arena_open();
    query_bind(&in->fault, 1, "ii", ++in->nfault, file);
    if (file == 0)
        query_bind(&in->fault, 2, "n");
    query_bind(&in->fault, 3, "tii", path, (int64_t)at->line, (int64_t)at->column);
    if (at->line == 0)
        query_bind(&in->fault, 4, "n");
    if (at->column == 0)
        query_bind(&in->fault, 5, "n");
    query_bind(&in->fault, 6, "tttttt", severity_name(d->severity), d->code, at->field,
               without_codes(arena, at->value), without_codes(arena, d->text[LANG_LV]),
               without_codes(arena, d->text[LANG_EN]));
    query_run(&in->fault);
    arena_close(arena);
}

void fault_text(Ingest *in, FaultAt at, const Diagnostic *diagnostic)
{
    keep(in, at.file->shown, at.file->file, &at, diagnostic);
}

void fault_put(Ingest *in, FaultAt at, MessageId id, ...)
{
    Arena *arena = arena_open();
    va_list list;
    va_start(list, id);
    Diagnostic d = diag_vmake(arena, (Place){at.file->shown, at.line, at.column}, id, list);
    va_end(list);
    fault_text(in, at, &d);
    arena_close(arena);
}

void fault_row_text(Ingest *in, int64_t row, const char *field, const char *value,
                    const Diagnostic *diagnostic)
{
    Query query;
    int64_t file = row >> 32;
    FaultAt at = {.line = (int)(row & 0xFFFFFFFF), .field = field, .value = value};
    if (!query_open(
            &query, in->run,
            SQL("SELECT f.path, c.position FROM ingest_file f LEFT JOIN ingest_file_column c "
                "ON c.file = f.file AND c.field = ?2 WHERE f.file = ?1")))
        return;
    query_bind(&query, 1, "it", file, field);
    if (query_next(&query)) {
        at.column = (int)query_int(&query, 1);
        keep(in, query_text(&query, 0), file, &at, diagnostic);
    }
    query_close(&query);
}

void fault_row(Ingest *in, int64_t row, const char *field, const char *value, MessageId id, ...)
{
    Arena *arena = arena_open();
    va_list list;
    va_start(list, id);
    Diagnostic d = diag_vmake(arena, (Place){0}, id, list);
    va_end(list);
    fault_row_text(in, row, field, value, &d);
    arena_close(arena);
}

static Severity severity_of(const char *name)
{
    return strcmp(name, "error") == 0     ? SEVERITY_ERROR
           : strcmp(name, "warning") == 0 ? SEVERITY_WARNING
                                          : SEVERITY_NOTE;
}

static bool tell_all(Ingest *in)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("SELECT path, line, column, severity, code, message_lv, message_en "
                        "FROM ingest_fault ORDER BY file, path, line, column, fault")))
        return false;
    while (query_next(&query)) {
        Diagnostic d = {
            .at = {query_text(&query, 0), (int)query_int(&query, 1), (int)query_int(&query, 2)},
            .severity = severity_of(query_text(&query, 3)),
            .code = query_text(&query, 4),
            .text = {query_text(&query, 5), query_text(&query, 6)}};
        diag_put(in->run->diag, &d);
    }
    return query_close(&query);
}

bool fault_close(Ingest *in, bool tell)
{
    bool done = query_close(&in->fault);
    return (!tell || tell_all(in)) && done;
}

bool fault_count(Ingest *in)
{
    return db_exec(
        in->run,
        SQL("UPDATE ingest_file SET "
            "rejected = (SELECT count(DISTINCT x.line) FROM ingest_fault x "
            "  WHERE x.file = ingest_file.file AND x.severity = 'error' AND x.line > 1), "
            "warned = (SELECT count(DISTINCT x.line) FROM ingest_fault x "
            "  WHERE x.file = ingest_file.file AND x.severity = 'warning' AND x.line > 1);"
            "UPDATE ingest_file SET rejected = rows WHERE file IN "
            "  (SELECT file FROM ingest_fault WHERE severity = 'error' AND code LIKE 'header.%');"
            "UPDATE ingest_file SET accepted = rows - rejected;"));
}
