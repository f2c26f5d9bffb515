/* Diagnostics about data: kept in ingest_fault with their place, and told in order of place once
 * everything has been read. */
#ifndef INGEST_FAULT_H
#define INGEST_FAULT_H

#include "ingest/room.h"

typedef struct {
    const FileEntry *file;
    int line, column;  /* 0: the file as a whole */
    const char *field; /* NULL: none */
    const char *value; /* NULL or "" where it identifies a person */
} FaultAt;

bool fault_open(Ingest *in);
void fault_put(Ingest *in, FaultAt at, MessageId id, ...);
/* A fault with ready texts (rules). */
void fault_text(Ingest *in, FaultAt at, const Diagnostic *diagnostic);
/* A fault of a row already stored, known by its number; `field` may be NULL. */
void fault_row(Ingest *in, int64_t row, const char *field, const char *value, MessageId id, ...);
void fault_row_text(Ingest *in, int64_t row, const char *field, const char *value,
                    const Diagnostic *diagnostic);
/* Tells all faults to the Diag in order of file, line, column, and closes. */
bool fault_close(Ingest *in, bool tell);

/* Counts per file into ingest_file. */
bool fault_count(Ingest *in);

#endif
