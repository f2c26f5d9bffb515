/* Frames: a SELECT becomes a rectangle of doubles and levels. */
#include "analysis/frame.h"

#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool frame_has_table(Run *run, const char *name)
{
    return db_double(run, SQL("SELECT count(*) FROM sqlite_master WHERE name = ?1"), name, 0.0) >
           0.0;
}

const Asset *frame_find(Run *run, const char *name, Place at)
{
    const Asset *found = asset_find(run, arena_format(run->arena, "analysis/frames/%s.sql", name)),
                **list;
    if (found)
        return found;
    int n = asset_list(run, "analysis/frames", ".sql", &list);
    const char **names = arena_new(run->arena, const char *, n + 1);
    for (int i = 0; i < n; i++)
        names[i] = list[i]->name;
    const char *near = text_nearest(run->arena, name, names, n);
    diag_report(run->diag, at, MSG_FRAME_UNKNOWN, name, near ? near : n ? names[0] : "–");
    return NULL;
}

/* A column while it is being read. */
typedef struct {
    double *x;
    const char **text;
    int nx, ntext;
    bool is_text;
} Reading;

static void read_cell(Query *query, int k, int row, Reading *column, Arena *arena)
{
    column->x = arena_room(arena, column->x, sizeof *column->x, row, &column->nx);
    column->text = arena_room(arena, column->text, sizeof *column->text, row, &column->ntext);
    column->x[row] = NAN;
    column->text[row] = NULL;
    if (query_is_null(query, k))
        return;
    if (sqlite3_column_type(query->stmt, k) == SQLITE_TEXT) {
        column->is_text = true;
        column->text[row] = query_text_in(query, k, arena);
    } else
        column->x[row] = query_double(query, k);
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void make_levels(Reading *reading, int nrow, Column *column, Arena *arena)
{
    const char **level = arena_new(arena, const char *, nrow + 1);
    int n = 0, nlevel = 0;
    for (int i = 0; i < nrow; i++) {
        if (!reading->text[i] && !isnan(reading->x[i]))
            reading->text[i] = arena_format(arena, "%.15g", reading->x[i]);
        if (reading->text[i])
            level[n++] = reading->text[i];
    }
    qsort(level, (size_t)n, sizeof *level, compare_texts);
    for (int i = 0; i < n; i++)
        if (i == 0 || strcmp(level[i], level[nlevel - 1]) != 0)
            level[nlevel++] = level[i];
    for (int i = 0; i < nrow; i++) {
        const char **found = reading->text[i] ? bsearch(&reading->text[i], level, (size_t)nlevel,
                                                        sizeof *level, compare_texts)
                                              : NULL;
        reading->x[i] = found ? (double)(found - level) : NAN;
    }
    column->level = level;
    column->nlevel = nlevel;
}

bool frame_from_sql(Run *run, const Asset *asset, Arena *arena, Frame *frame)
{
    Query query;
    if (!query_open(&query, run, asset_sql(asset)))
        return false;
    int ncolumn = query_ncolumn(&query), nrow = 0;
    Reading *reading = arena_new(arena, Reading, ncolumn + 1);
    Column *columns = arena_new(arena, Column, ncolumn + 1);
    for (int k = 0; k < ncolumn; k++)
        columns[k].name = arena_text(arena, query_name(&query, k));
    for (; query_next(&query); nrow++)
        for (int k = 0; k < ncolumn; k++)
            read_cell(&query, k, nrow, &reading[k], arena);
    if (!query_close(&query))
        return false;
    for (int k = 0; k < ncolumn; k++) {
        if (reading[k].is_text)
            make_levels(&reading[k], nrow, &columns[k], arena);
        columns[k].x = reading[k].x;
        columns[k].position = k + 1;
    }
    *frame = (Frame){.nrow = nrow, .ncolumn = ncolumn, .column = columns};
    return true;
}

static bool is_option_of(const Estimator *estimator, const char *key)
{
    for (int i = 0; i < estimator->noption; i++)
        if (!strcmp(estimator->options[i].key, key))
            return true;
    return false;
}

int frame_settings(const Header *header, const Estimator *estimator, const Setting *own, int nown,
                   Arena *arena, Setting **settings)
{
    int n = 0;
    *settings = arena_new(arena, Setting, header->nentry + nown + 1);
    for (int i = 0; i < header->nentry; i++)
        if (is_option_of(estimator, header->entries[i].key))
            (*settings)[n++] = (Setting){header->entries[i].key, header->entries[i].value};
    size_t length = strlen(estimator->id); /* ESTIMATOR.option: for this estimator alone */
    for (int i = 0; i < header->nentry; i++)
        if (!strncmp(header->entries[i].key, estimator->id, length) &&
            header->entries[i].key[length] == '.')
            (*settings)[n++] =
                (Setting){header->entries[i].key + length + 1, header->entries[i].value};
    for (int i = 0; i < nown; i++)
        (*settings)[n++] = own[i];
    return n;
}
