/* Embedded CSV files of our own (comma, quotes doubled, LF) as a table of texts. What comes from
 * outside is read by ingest/ and never by this. */
#ifndef DATA_SEED_H
#define DATA_SEED_H

#include "core/asset.h"

typedef struct {
    const Asset *asset;
    int nrow, ncolumn;
    const char **name; /* of the columns */
    const char **cell; /* nrow × ncolumn, never NULL */
} SeedTable;

/* Reads the asset at `path`; reports and returns false if there is none or a row is uneven. */
bool seed_read(Run *run, const char *path, SeedTable *table);
/* -1 if there is no such column. */
int seed_column(const SeedTable *table, const char *name);
/* The cell, or "" where the table has no such column. */
const char *seed_text(const SeedTable *table, int row, const char *column);
double seed_number(const SeedTable *table, int row, const char *column); /* NaN when empty */
/* The first row whose `column` is `value`, or -1. */
int seed_find(const SeedTable *table, const char *column, const char *value);

#endif
