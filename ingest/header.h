/* The header row of a file → which of the dataset's columns each field is. */
#ifndef INGEST_HEADER_H
#define INGEST_HEADER_H

#include "ingest/dataset.h"
#include "ingest/table.h"

enum { FIELD_UNKNOWN = -1, FIELD_ACTION = -2, FIELD_EMPTY = -3 };

typedef struct {
    int nfield; /* without the empty ones at its end */
    int nempty; /* those */
    int line;
    const char **texts; /* as written, in NFC */
    const char **keys;  /* ready for matching */
    int *columns;       /* index into the dataset's columns, or FIELD_… */
    int nknown;
} HeaderMap;

/* Copies what it keeps into `arena`. */
void header_read_row(Arena *arena, const Dataset *dataset, const RawRow *row, HeaderMap *map);
/* Whether a data row is the header once more. */
bool header_is_repeat(Arena *arena, const HeaderMap *map, const RawRow *row);

#endif
