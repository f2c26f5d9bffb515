/* A table with a known dataset → rows of ingest_NAME_row; what is wrong → ingest_fault. */
#ifndef INGEST_LOAD_H
#define INGEST_LOAD_H

#include "ingest/fault.h"
#include "ingest/table.h"

/* A thing that can push its rows, twice: once to look, once to take. */
typedef struct {
    bool (*each)(void *self, RowTaker *take, void *user);
    void *self;
} TableReader;

/* False only where the stage cannot go on. */
bool load_table(Ingest *in, FileEntry *file, const TableReader *reader);

#endif
