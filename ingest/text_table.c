/* Declarations and reference data: CSV in memory through libcsv. */
#include "ingest/text_table.h"

#include <csv.h>
#include <string.h>

typedef struct {
    Arena *arena;
    TextTable *table;
    const char **cells;
    int ncell, cell_capacity, row_capacity;
    int *line_capacity;
    int line;
} Builder;

static void add_cell(void *text, size_t length, void *user)
{
    Builder *builder = user;
    builder->cells = arena_room(builder->arena, builder->cells, sizeof *builder->cells,
                                builder->ncell, &builder->cell_capacity);
    builder->cells[builder->ncell++] = arena_copy(builder->arena, text, length);
}

static void add_row(int terminator, void *user)
{
    (void)terminator;
    Builder *builder = user;
    TextTable *table = builder->table;
    if (table->nrow == 0)
        table->ncolumn = builder->ncell;
    const char **row = arena_new(builder->arena, const char *, table->ncolumn);
    for (int i = 0; i < table->ncolumn; i++)
        row[i] = i < builder->ncell ? builder->cells[i] : "";
    int capacity = builder->row_capacity;
    table->lines =
        arena_room(builder->arena, table->lines, sizeof *table->lines, table->nrow, &capacity);
    table->rows = arena_room(builder->arena, table->rows, sizeof *table->rows, table->nrow,
                             &builder->row_capacity);
    table->lines[table->nrow] = builder->line;
    table->rows[table->nrow++] = row;
    builder->ncell = 0;
}

bool text_table_read(Arena *arena, const char *text, size_t size, TextTable *table)
{
    *table = (TextTable){0};
    Builder builder = {.arena = arena, .table = table};
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3, size -= 3;
    bool whole = true;
    while (size && whole) {
        const char *end = memchr(text, '\n', size);
        size_t length = end ? (size_t)(end - text) + 1 : size;
        builder.line++;
        whole = csv_parse(&parser, text, length, add_cell, add_row, &builder) == length;
        text += length;
        size -= length;
    }
    whole = whole && csv_fini(&parser, add_cell, add_row, &builder) == 0;
    csv_free(&parser);
    return whole;
}

const char *text_table_get(const TextTable *table, int row, const char *column)
{
    for (int i = 0; i < table->ncolumn && table->nrow; i++)
        if (strcmp(table->rows[0][i], column) == 0)
            return table->rows[row][i];
    return "";
}
