/* Embedded CSV files of our own (comma, quotes doubled, LF) as a table of texts. What comes from
 * outside is read by ingest/ and never by this. */
#ifndef DATA_TABLE_H
#define DATA_TABLE_H

#include "core/asset.h"

typedef struct {
    const Asset *asset;
    int nrow, ncolumn;
    const char **name; /* of the columns */
    const char **cell; /* nrow × ncolumn, never NULL */
} Table;

/* Reads the asset at `path`; reports and returns false if there is none or a row is uneven. */
bool table_read(Run *run, const char *path, Table *table);
/* -1 if there is no such column. */
int table_column(const Table *table, const char *name);
/* The cell, or "" where the table has no such column. */
const char *table_text(const Table *table, int row, const char *column);
double table_number(const Table *table, int row, const char *column); /* NaN when empty */
/* The first row whose `column` is `value`, or -1. */
int table_find(const Table *table, const char *column, const char *value);

#endif
