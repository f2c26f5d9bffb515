/* One file of the programme folder: what it is, its dialect, its tables. */
#ifndef INGEST_FILE_IN_H
#define INGEST_FILE_IN_H

#include "ingest/room.h"

/* Reads a CSV or XLSX file; file->dataset is what its name says, or NULL. Faults in the file are
 * kept; false only where the stage cannot go on. */
bool file_in(Ingest *in, FileEntry *file);
/* Notes a file that is no table (narrative) in ingest_file. */
bool file_note(Ingest *in, FileEntry *file, const char *sha256);

#endif
