/* CSV → raw rows, through libcsv in strict mode, with our own count of lines and columns. */
#ifndef INGEST_CSV_H
#define INGEST_CSV_H

#include "ingest/source.h"
#include "ingest/table.h"

/* The separator is not yet known when the header is looked at: its candidates. */
extern const char CSV_SEPARATORS[];

typedef struct {
    char separator; /* one of CSV_SEPARATORS */
    int skip;       /* physical lines before the header: 1 after `sep=X` */
    bool declared;  /* by sep= */
} CsvDialect;

/* Pushes every row that is not blank, header included, to `take`. Rows before a broken quote come
 * whole; from it on each line comes as ROW_UNREAD. False only if the file cannot be read. */
bool csv_each(Run *run, const Source *source, const CsvDialect *dialect, RowTaker *take,
              void *user);

/* The declared separator (sep=X in line 1), or 0 and skip = 0. */
bool csv_declared(Run *run, const Source *source, CsvDialect *dialect);

#endif
