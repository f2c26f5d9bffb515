/* The header row of a file → which of the dataset's columns each field is. */
#ifndef INGEST_HEADER_H
#define INGEST_HEADER_H

#include "ingest/mapping.h"
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

/* What a header is matched with. */
typedef struct {
    const Dataset *dataset;
    const Mapping *mapping;
    const char *file;
} HeaderSource;

/* Copies what it keeps into `arena`. A region's mapping goes before our own names. */
void header_read_row(Arena *arena, const HeaderSource *source, const RawRow *row, HeaderMap *map);
/* Whether a data row is the header once more. */
bool header_is_repeat(Arena *arena, const HeaderMap *map, const RawRow *row);

#endif
