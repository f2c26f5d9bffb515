/* The door of ingest/: everything that comes from outside (CSV, XLSX, narrative, reference data)
 * is decoded, checked, pseudonymised and stored with file and line in the tables of schema.sql. */
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include "core/stage.h"

extern const Stage INGEST;

/* What `check` prints besides the diagnostics, read from a store that INGEST has filled. */
typedef struct {
    int nfile, nrow, naccepted, nrejected, nwarned;
    int nvisitor, nregistered; /* persons of attendance, and those of them found in participant */
} IngestSummary;
bool ingest_summary(Run *run, IngestSummary *summary);

/* Writes the workbook that a region's centre fills in (form.c), from a store that INGEST has
 * filled: a sheet a dataset with Latvian headers, drop-downs, the centre's own communities, events
 * and initiatives, and what is due when. Filled in, INGEST reads it back without a mapping. */
bool ingest_form(Run *run, const char *region, const char *path);
bool ingest_is_region(const char *name);

/* The named cells of a workbook that this program wrote, with their stored values (verify). */
typedef struct {
    const char *name, *sheet_name;
    int sheet, line, column; /* sheet from 0, line and column from 1 */
    const char *text;        /* NULL: the cell is empty */
    bool is_number;
} NamedCell;
bool ingest_named_cells(Run *run, Arena *arena, const char *path, const NamedCell **list,
                        int *count);

#endif
