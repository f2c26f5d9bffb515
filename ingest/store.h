/* Rows of a dataset in the store: its table and view, the insert that fills it, its index. */
#ifndef INGEST_STORE_H
#define INGEST_STORE_H

#include "ingest/room.h"

/* Makes ingest_NAME_row and the view ingest_NAME, once. */
bool store_make(Ingest *in, Dataset *dataset);
/* After all files: the index on its key; says in dataset->unique whether any key is repeated. */
bool store_index(Ingest *in, Dataset *dataset);

/* Inserts rows of one file; `bound` says of each column whether the file gives it. */
typedef struct {
    const Dataset *dataset;
    const FileEntry *file;
    const bool *bound;
    Query insert;
} RowStore;
bool store_open(Ingest *in, RowStore *store, const Dataset *dataset, const FileEntry *file,
                const bool *bound);
/* One row; values[i] is column i of the dataset. */
bool store_put(RowStore *store, int line, const char *state, Value *values);
bool store_close(RowStore *store);

#endif
