/* What a tag's path means: the row of an enclosing section or of a one-row block, its cell, and
 * whether a condition on it holds. */
#include "report/template_walk.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

Path walk_path(Arena *arena, const char *text)
{
    Path path = {0};
    char *copy = arena_text(arena, text);
    char *mark = strpbrk(copy, "|=<>");
    if (mark) {
        char kind = *mark;
        *mark = '\0';
        if (kind == '|') {
            path.filters = mark + 1;
        } else {
            path.compare = kind;
            path.against = text_normal(arena, mark + 1, strlen(mark + 1));
        }
    }
    char *dot = strchr(copy, ':') ? strrchr(copy, '.') : strchr(copy, '.');
    if (dot) {
        *dot = '\0';
        path.column = text_normal(arena, dot + 1, strlen(dot + 1));
    }
    path.block = text_normal(arena, copy, strlen(copy));
    return path;
}

bool walk_fail(Walk *state)
{
    state->failed = true;
    return false;
}

/* The row that a path means: of an enclosing section, or of a one-row block (row −1: no rows). */
bool walk_row(Walk *state, const Path *path, const Scope *scope, Place at, const Block **block,
              int *row)
{
    for (const Scope *inner = scope; inner; inner = inner->outer)
        if (strcmp(inner->block->name, path->block) == 0) {
            *block = inner->block;
            *row = inner->row;
            return true;
        }
    *block = block_load(state->source, path->block, scope, at);
    if (!*block)
        return walk_fail(state);
    *row = (*block)->nrow == 0 ? -1 : 0;
    if ((*block)->nrow > 1 && path->column && path->column[0] != '_') {
        diag_report(state->source->run->diag, at, MSG_TEMPLATE_ROWS, path->block, (*block)->nrow,
                    path->block);
        return walk_fail(state);
    }
    return true;
}

const char *walk_columns(Arena *arena, const Block *block)
{
    Buffer list = buffer_open(arena);
    for (int i = 0; i < block->ncolumn; i++)
        buffer_format(&list, "%s%s", i ? ", " : "", block->columns[i].key);
    return buffer_end(&list);
}

/* _number, _count, _first, _last of a row; NaN if the name is another. */
static double row_property(const Block *block, int row, const char *name)
{
    if (strcmp(name, "_count") == 0)
        return block->nrow;
    if (strcmp(name, "_number") == 0)
        return row + 1;
    if (strcmp(name, "_first") == 0)
        return row == 0;
    if (strcmp(name, "_last") == 0)
        return row == block->nrow - 1;
    return NAN;
}

/* A block of one row and column that holds a property, so that filters work on it. */
static const Block *property_block(Arena *arena, double value)
{
    Block *block = arena_new(arena, Block, 1);
    Cell *cell = arena_new(arena, Cell, 1);
    TableColumn *column = arena_new(arena, TableColumn, 1);
    const char **raw = arena_new(arena, const char *, 1);
    *cell = (Cell){.format = {FORMAT_NUMBER, 0}, .number = value};
    *column = (TableColumn){.key = "value"};
    raw[0] = arena_format(arena, "%.0f", value);
    *block =
        (Block){.name = "", .columns = column, .ncolumn = 1, .nrow = 1, .cells = cell, .raw = raw};
    return block;
}

/* Block, row and column that a path names; a missing row gives column −1 and true. */
bool walk_cell(Walk *state, const Path *path, const Scope *scope, Place at, const Block **block,
               int *row, int *column)
{
    *column = -1;
    if (!walk_row(state, path, scope, at, block, row))
        return false;
    double property = row_property(*block, *row, path->column);
    if (!isnan(property)) {
        *block = property_block(state->source->arena, property);
        *row = *column = 0;
        return true;
    }
    *column = block_column(*block, path->column);
    if (*column < 0) {
        diag_report(state->source->run->diag, at, MSG_TEMPLATE_COLUMN, path->block, path->column,
                    walk_columns(state->source->arena, *block));
        return walk_fail(state);
    }
    if (*row < 0)
        *column = -1;
    return true;
}

static bool is_one_of(Arena *arena, const char *value, const char *list)
{
    const char **parts;
    int count = text_split(arena, list, ',', &parts);
    for (int i = 0; i < count; i++)
        if (text_equal(parts[i], value))
            return true;
    return false;
}

/* A missing number is neither more nor less than another: such a section and its opposite both stay
 * away. */
bool walk_is_known(const Path *path, const Block *block, int row, int column)
{
    bool order = path->compare == '<' || path->compare == '>';
    return !order || (column >= 0 && block_raw(block, row, column) != NULL);
}

/* Whether a value is there and, if asked, compares as the path says. */
bool walk_holds(Walk *state, const Path *path, const Block *block, int row, int column)
{
    if (column < 0)
        return false;
    const char *raw = block_raw(block, row, column);
    const Cell *cell = block_cell(block, row, column);
    double number = raw ? strtod(raw, NULL) : NAN;
    if (path->compare == '=')
        return is_one_of(state->source->arena, raw, path->against);
    if (path->compare == '<')
        return raw && number < strtod(path->against, NULL);
    if (path->compare == '>')
        return raw && number > strtod(path->against, NULL);
    if (!raw || !*raw || cell->state != CELL_VALUE)
        return false;
    return strcmp(raw, "0") != 0 && strcmp(raw, "0.0") != 0;
}
