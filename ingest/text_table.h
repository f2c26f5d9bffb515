/* A small CSV text (comma, UTF-8: our own declarations and reference data) held in memory. */
#ifndef INGEST_TEXT_TABLE_H
#define INGEST_TEXT_TABLE_H

#include "core/arena.h"

typedef struct {
    int nrow, ncolumn;
    const char ***rows; /* rows[0] is the header; each row has ncolumn cells, "" if empty */
    int *lines;         /* where each begins */
} TextTable;

/* False if a quote is broken; the rows before it are there. */
bool text_table_read(Arena *arena, const char *text, size_t size, TextTable *table);
/* The cell of a row by the header's name, "" if there is no such column. */
const char *text_table_get(const TextTable *table, int row, const char *column);

#endif
