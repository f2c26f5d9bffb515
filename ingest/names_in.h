/* Named cells of a workbook: how `verify` reads a written report back. */
#ifndef INGEST_NAMES_IN_H
#define INGEST_NAMES_IN_H

#include "core/db.h"

/* A defined name of one cell with what the cell holds: `number` says that it is a number. Texts
 * live in the arena. */
typedef void NamedCellTaker(void *user, const char *name, const char *text, bool number);
/* False, reported, if the file is no workbook that can be read. */
bool names_read(Arena *arena, Diag *diag, const char *path, NamedCellTaker *take, void *user);

#endif
