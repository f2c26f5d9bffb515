/* Reads the file of `ietekme estimate`: RFC 4180 with a comma. It comes from tools, not from
 * people, so any irregularity ends the reading. */
#include "cli/estimate_csv.h"

#include "core/asset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Run *run;
    const char *path;
    char *at; /* next character; fields are unquoted and closed in place */
    int line;
    char end; /* what ended the last field: ',' '\n' or 0 */
} Reader;

/* The next field, closed with NUL; NULL after reporting a quote that goes wrong. */
static char *next_field(Reader *reader, int column)
{
    char *field = reader->at, *to = field, *from = field;
    int line = reader->line;
    bool quoted = *from == '"';
    if (quoted) {
        for (from++;; from++) {
            if (*from == '"' && from[1] == '"')
                from++;
            else if (*from == '"' || !*from)
                break;
            reader->line += *from == '\n';
            *to++ = *from;
        }
        bool closed = *from == '"';
        from += closed;
        if (!closed || (*from && !strchr(",\r\n", *from))) {
            diag_report(reader->run->diag, (Place){reader->path, line, column},
                        MSG_ESTIMATE_CSV_QUOTE);
            return NULL;
        }
    } else
        while (*from && !strchr(",\r\n", *from))
            *to++ = *from++;
    if (*from == '\r' && from[1] == '\n')
        from++;
    reader->end = *from == '\r' ? '\n' : *from;
    reader->line += reader->end == '\n';
    reader->at = *from ? from + 1 : from;
    *to = '\0';
    return field;
}

typedef struct {
    char **cell; /* row by row */
    int *line;
    int ncolumn, nrow;
    size_t ncell, capacity;
    int line_capacity;
} Cells;

/* One more row; false on a fault. An empty line is skipped. */
static bool read_row(Reader *reader, Cells *cells, bool header)
{
    Arena *arena = reader->run->arena;
    int line = reader->line, count = 0;
    do {
        if (cells->ncell == cells->capacity) {
            size_t more = cells->capacity ? cells->capacity * 2 : 1024;
            char **moved = arena_alloc(arena, sizeof *moved, more);
            if (cells->ncell)
                memcpy(moved, cells->cell, sizeof *moved * cells->ncell);
            cells->cell = moved;
            cells->capacity = more;
        }
        char *field = next_field(reader, count + 1);
        if (!field)
            return false;
        cells->cell[cells->ncell++] = field;
        count++;
    } while (reader->end == ',');
    if (count == 1 && !*cells->cell[cells->ncell - 1] && (header || cells->ncolumn > 1)) {
        cells->ncell--;
        return true;
    }
    if (header)
        cells->ncolumn = count;
    else if (count != cells->ncolumn)
        return diag_fail(reader->run->diag, (Place){reader->path, line, 0}, MSG_ESTIMATE_CSV, count,
                         cells->ncolumn);
    cells->line =
        arena_room(arena, cells->line, sizeof *cells->line, cells->nrow, &cells->line_capacity);
    cells->line[cells->nrow++] = line;
    return true;
}

static bool is_missing(const char *text)
{
    return !*text || !strcmp(text, "NA");
}

static bool parse_number(const char *text, double *value)
{
    if (text[strspn(text, "0123456789+-.eE")])
        return false;
    char *end;
    *value = strtod(text, &end);
    return !*end && end != text && isfinite(*value);
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void fill_text(const Cells *cells, int k, double *x, Column *column, Arena *arena)
{
    int n = cells->nrow - 1, kept = 0;
    const char **level = arena_new(arena, const char *, n + 1);
    for (int i = 0; i < n; i++) {
        const char *text = cells->cell[(size_t)(i + 1) * (size_t)cells->ncolumn + (size_t)k];
        if (!is_missing(text))
            level[kept++] = text;
    }
    qsort(level, (size_t)kept, sizeof *level, compare_texts);
    int nlevel = 0;
    for (int i = 0; i < kept; i++)
        if (i == 0 || strcmp(level[i], level[nlevel - 1]) != 0)
            level[nlevel++] = level[i];
    for (int i = 0; i < n; i++) {
        const char *text = cells->cell[(size_t)(i + 1) * (size_t)cells->ncolumn + (size_t)k];
        const char **found =
            is_missing(text) ? NULL
                             : bsearch(&text, level, (size_t)nlevel, sizeof *level, compare_texts);
        x[i] = found ? (double)(found - level) : NAN;
    }
    column->level = level;
    column->nlevel = nlevel;
}

static void fill_column(const Cells *cells, int k, Column *column, Arena *arena)
{
    int n = cells->nrow - 1;
    double *x = arena_new(arena, double, n + 1);
    *column = (Column){.name = cells->cell[k], .x = x, .position = k + 1};
    for (int i = 0; i < n; i++) {
        const char *text = cells->cell[(size_t)(i + 1) * (size_t)cells->ncolumn + (size_t)k];
        x[i] = NAN;
        if (!is_missing(text) && !parse_number(text, &x[i])) {
            fill_text(cells, k, x, column, arena);
            return;
        }
    }
}

static bool check_header(Run *run, const char *path, const Cells *cells)
{
    if (cells->nrow == 0)
        return diag_fail(run->diag, (Place){path, 1, 0}, MSG_ESTIMATE_NO_ROWS);
    for (int k = 0; k < cells->ncolumn; k++) {
        bool bad = !*cells->cell[k];
        for (int other = 0; other < k && !bad; other++)
            bad = !strcmp(cells->cell[k], cells->cell[other]);
        if (bad)
            return diag_fail(run->diag, (Place){path, 1, k + 1}, MSG_ESTIMATE_CSV_HEADER,
                             cells->cell[k]);
    }
    return true;
}

bool estimate_csv_read(Run *run, const char *path, Frame *frame)
{
    size_t size;
    char *text = file_read(run, run->arena, path, &size);
    if (!text)
        return false;
    Reader reader = {.run = run, .path = path, .at = text, .line = 1};
    if (!strncmp(text, "\xef\xbb\xbf", 3))
        reader.at += 3;
    Cells cells = {0};
    while (*reader.at)
        if (!read_row(&reader, &cells, cells.nrow == 0))
            return false;
    if (!check_header(run, path, &cells))
        return false;
    Column *columns = arena_new(run->arena, Column, cells.ncolumn + 1);
    for (int k = 0; k < cells.ncolumn; k++)
        fill_column(&cells, k, &columns[k], run->arena);
    *frame = (Frame){cells.nrow - 1, cells.ncolumn, columns, path, cells.line + 1};
    return true;
}
