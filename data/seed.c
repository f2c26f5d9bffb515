/* Reads embedded CSV; see table.h. */
#include "data/seed.h"

#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Arena *arena;
    const char *at;
    bool line_ended;
} Scan;

/* One field; steps over the separator behind it. */
static char *scan_field(Scan *scan)
{
    Buffer field = buffer_open(scan->arena);
    bool quoted = *scan->at == '"';
    scan->at += quoted;
    for (;; scan->at++) {
        if (quoted && scan->at[0] == '"' && scan->at[1] == '"')
            scan->at++;
        else if (quoted && scan->at[0] == '"')
            quoted = false, scan->at++;
        if (*scan->at == '\0' || (!quoted && (*scan->at == ',' || *scan->at == '\n')))
            break;
        buffer_add(&field, scan->at, 1);
    }
    scan->line_ended = *scan->at != ',';
    scan->at += *scan->at != '\0';
    return arena_text(scan->arena, buffer_end(&field));
}

static int scan_row(Scan *scan, const char **cells, int room)
{
    int n = 0;
    do {
        char *field = scan_field(scan);
        if (n < room)
            cells[n] = field;
        n++;
    } while (!scan->line_ended);
    return n;
}

static int count_lines(const char *text)
{
    int n = 0;
    for (; *text; text++)
        n += *text == '\n';
    return n + 1;
}

bool seed_read(Run *run, const char *path, SeedTable *table)
{
    enum { MOST_COLUMNS = 64 };
    const char *row[MOST_COLUMNS];
    *table = (SeedTable){.asset = asset_find(run, path)};
    if (!table->asset)
        return diag_fail(run->diag, (Place){path, 0, 0}, MSG_DATA_ASSET, path);
    Scan scan = {.arena = run->arena, .at = table->asset->text};
    table->ncolumn = scan_row(&scan, row, MOST_COLUMNS);
    if (table->ncolumn > MOST_COLUMNS)
        return diag_fail(run->diag, (Place){path, 1, 0}, MSG_DATA_ASSET, path);
    size_t width = (size_t)table->ncolumn;
    table->name = arena_new(run->arena, const char *, table->ncolumn);
    memcpy(table->name, row, width * sizeof *row);
    table->cell = arena_new(run->arena, const char *, table->ncolumn *count_lines(scan.at));
    while (*scan.at) {
        if (scan_row(&scan, row, MOST_COLUMNS) != table->ncolumn)
            return diag_fail(run->diag, (Place){path, table->nrow + 2, 0}, MSG_DATA_ASSET, path);
        memcpy(table->cell + (size_t)table->nrow * width, row, width * sizeof *row);
        table->nrow++;
    }
    return true;
}

int seed_column(const SeedTable *table, const char *name)
{
    for (int i = 0; i < table->ncolumn; i++)
        if (strcmp(table->name[i], name) == 0)
            return i;
    return -1;
}

const char *seed_text(const SeedTable *table, int row, const char *column)
{
    int at = seed_column(table, column);
    return at < 0 ? "" : table->cell[row * table->ncolumn + at];
}

double seed_number(const SeedTable *table, int row, const char *column)
{
    const char *text = seed_text(table, row, column);
    return *text ? strtod(text, NULL) : NAN;
}

int seed_find(const SeedTable *table, const char *column, const char *value)
{
    for (int i = 0; i < table->nrow; i++)
        if (strcmp(seed_text(table, i, column), value) == 0)
            return i;
    return -1;
}
