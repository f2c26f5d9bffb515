/* Inside template.c: the walk over a template's tags, and paths such as block.column=a,b. */
#ifndef REPORT_TEMPLATE_WALK_H
#define REPORT_TEMPLATE_WALK_H

#include "core/text.h"
#include "report/template.h"

typedef struct {
    BlockSource *source;
    Rendered *out;
    Buffer buffer;
    bool failed;
    int depth; /* of includes */
} Walk;

/* "block.column|filters" or "block.column=a,b" taken apart. */
typedef struct {
    const char *block, *column, *filters;
    char compare; /* '=', '<', '>' or 0 */
    const char *against;
} Path;

Path walk_path(Arena *arena, const char *text);
bool walk_fail(Walk *state); /* false */
/* The row that a path means (row -1: the block has none). */
bool walk_row(Walk *state, const Path *path, const Scope *scope, Place at, const Block **block,
              int *row);
/* Block, row and column that a path names; a missing row gives column -1 and true. */
bool walk_cell(Walk *state, const Path *path, const Scope *scope, Place at, const Block **block,
               int *row, int *column);
const char *walk_columns(Arena *arena, const Block *block);
/* A missing number is neither more nor less than another. */
bool walk_is_known(const Path *path, const Block *block, int row, int column);
/* Whether a value is there and, if asked, compares as the path says. */
bool walk_holds(Walk *state, const Path *path, const Block *block, int row, int column);

#endif
