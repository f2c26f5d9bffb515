/* mapping.csv of a region: how its own headers and values map to ours, and constants for columns
 * that its files lack. */
#ifndef INGEST_MAPPING_H
#define INGEST_MAPPING_H

#include "ingest/dataset.h"

typedef struct {
    const char *dataset, *pattern; /* pattern of the file name, NULL: any */
    const char *source_key;        /* header, ready for matching; NULL: a constant for every row */
    const char *column;
    const char *value_key; /* source value, ready for matching; NULL: none */
    const char *value;     /* "" makes a cell missing */
} MappingRow;

typedef struct {
    const MappingRow *rows;
    int count;
} Mapping;

/* Whether a row speaks of this dataset and file (its name without folders). */
bool mapping_applies(const MappingRow *row, const Dataset *dataset, const char *file);
/* The column that a header (as key) stands for, or NULL. */
const char *mapping_header(const Mapping *mapping, const Dataset *dataset, const char *file,
                           const char *key);

#endif
