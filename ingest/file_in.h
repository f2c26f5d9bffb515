/* One file of the programme folder: what it is, its dialect, its tables. */
#ifndef INGEST_FILE_IN_H
#define INGEST_FILE_IN_H

#include "ingest/room.h"
#include "ingest/table.h"

/* Reads a CSV or XLSX file; file->dataset is what its name says, or NULL. Faults in the file are
 * kept; false only where the stage cannot go on. */
bool file_in(Ingest *in, FileEntry *file);
/* Notes a file that is no table (narrative) in ingest_file. */
bool file_note(Ingest *in, FileEntry *file, const char *sha256);

/* Pushes the rows of a file that was read before once more; `sheet` is NULL for CSV and for the
 * first sheet. False if it cannot be read any longer. */
bool file_again(Ingest *in, const char *shown, const char *sheet, const char *delimiter,
                RowTaker *take, void *user);

#endif
