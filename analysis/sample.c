/* The rows an estimator sees: where=, missing values, factors, unused levels, and an order that
 * does not depend on the file's (rows sorted by the columns used). */
#include "analysis/estimator.h"

#include "core/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_COLUMNS = 512 };

typedef struct {
    const Column *column;
    const Option *option; /* NULL: a column of where= alone */
} Used;

typedef struct {
    const Frame *frame;
    Spec *spec;
    Place place; /* of the options */
    Arena *arena;
    Diag *diag;
    Used *used;
    int nused;
    int *row; /* rows kept */
    int nrow;
} Sample;

static bool add_column(Sample *sample, const char *name, const Option *option)
{
    const Column *column = frame_column(sample->frame, name);
    if (!column) {
        const char **names = arena_new(sample->arena, const char *, sample->frame->ncolumn + 1);
        for (int i = 0; i < sample->frame->ncolumn; i++)
            names[i] = sample->frame->column[i].name;
        const char *near = text_nearest(sample->arena, name, names, sample->frame->ncolumn);
        Place at = sample->frame->file ? (Place){sample->frame->file, 1, 0} : sample->place;
        return diag_fail(sample->diag, at, MSG_ESTIMATE_COLUMN, name, near ? near : "–");
    }
    if (sample->nused < MOST_COLUMNS)
        sample->used[sample->nused++] = (Used){column, option};
    return true;
}

static bool is_number(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    return *text && !*end && isfinite(value);
}

/* Columns that an option's file names (margins=FILE: its column `column`). */
static bool add_file_columns(Sample *sample)
{
    static const Option MARGIN_COLUMN = {"margins", OPTION_GROUP, true, NULL, {"", ""}, false};
    const Column *names = sample->spec->file ? frame_column(sample->spec->file, "column") : NULL;
    bool good = true;
    for (int i = 0; names && i < names->nlevel; i++)
        good &= add_column(sample, names->level[i], &MARGIN_COLUMN);
    return good;
}

static bool collect_columns(Sample *sample)
{
    const Estimator *estimator = sample->spec->estimator;
    bool good = true;
    for (int i = 0; i < estimator->noption; i++) {
        const Option *option = &estimator->options[i];
        const char *value = spec_text(sample->spec, option->key), **names;
        if (!value || option->kind == OPTION_NUMBER)
            continue;
        if (option->kind == OPTION_COLUMN || option->kind == OPTION_GROUP ||
            (option->kind == OPTION_VALUE && !is_number(value)))
            good &= add_column(sample, value, option);
        if (option->kind != OPTION_COLUMNS && option->kind != OPTION_NUMERICS &&
            option->kind != OPTION_GROUPS)
            continue;
        int n = text_split(sample->arena, value, ',', &names);
        for (int k = 0; k < n; k++)
            good &= add_column(sample, names[k], option);
    }
    return add_file_columns(sample) && good;
}

static Place cell_place(const Sample *sample, const Column *column, int row)
{
    const Frame *frame = sample->frame;
    if (!frame->file)
        return sample->place;
    return (Place){frame->file, frame->line ? frame->line[row] : row + 2, column->position};
}

/* A column that must be numeric and is text: the first cell that is no number is the fault. */
static bool check_numeric(const Sample *sample, const Used *used)
{
    bool numeric = used->option->kind == OPTION_COLUMN || used->option->kind == OPTION_VALUE ||
                   used->option->kind == OPTION_NUMERICS;
    if (!numeric || !used->column->level)
        return true;
    for (int row = 0; row < sample->frame->nrow; row++) {
        double x = used->column->x[row];
        if (!isnan(x) && !is_number(used->column->level[(int)x]))
            return diag_fail(sample->diag, cell_place(sample, used->column, row), MSG_ESTIMATE_TEXT,
                             used->column->name, used->column->level[(int)x]);
    }
    return diag_fail(sample->diag, cell_place(sample, used->column, 0), MSG_ESTIMATE_TEXT,
                     used->column->name, "");
}

/* where=COL:VALUE: `only` is set to the value to keep. */
static bool find_where(Sample *sample, const Column **column, double *only)
{
    const char *where = spec_text(sample->spec, "where");
    *column = NULL;
    if (!where)
        return true;
    const char *colon = strchr(where, ':');
    if (!colon)
        return diag_fail(sample->diag, sample->place, MSG_ESTIMATE_NUMBER, "where", where,
                         "KOLONNA:VĒRTĪBA / COLUMN:VALUE");
    char *name = arena_copy(sample->arena, where, (size_t)(colon - where));
    int before = sample->nused;
    if (!add_column(sample, name, NULL))
        return false;
    *column = sample->used[before].column;
    sample->nused = before;
    if (!(*column)->level) {
        if (!is_number(colon + 1))
            return diag_fail(sample->diag, sample->place, MSG_ESTIMATE_NUMBER, "where", where,
                             "KOLONNA:SKAITLIS / COLUMN:NUMBER");
        *only = strtod(colon + 1, NULL);
        return true;
    }
    for (int i = 0; i < (*column)->nlevel; i++)
        if (!strcmp((*column)->level[i], colon + 1)) {
            *only = i;
            return true;
        }
    const char *near = text_nearest(sample->arena, colon + 1, (*column)->level, (*column)->nlevel);
    return diag_fail(sample->diag, sample->place, MSG_ESTIMATE_LEVEL, name, colon + 1,
                     near ? near : "–");
}

static bool keep_rows(Sample *sample, const Column *where, double only)
{
    bool fail = spec_is(sample->spec, "missing", "fail");
    sample->row = arena_new(sample->arena, int, sample->frame->nrow + 1);
    for (int row = 0; row < sample->frame->nrow; row++) {
        if (where && !(where->x[row] == only))
            continue;
        const Column *lacking = NULL;
        for (int i = 0; i < sample->nused && !lacking; i++)
            if (!sample->used[i].option->keep_missing && isnan(sample->used[i].column->x[row]))
                lacking = sample->used[i].column;
        if (lacking && fail)
            return diag_fail(sample->diag, cell_place(sample, lacking, row), MSG_ESTIMATE_MISSING,
                             lacking->name);
        if (lacking)
            sample->spec->ndropped++;
        else
            sample->row[sample->nrow++] = row;
    }
    if (sample->nrow == 0)
        return diag_fail(sample->diag,
                         sample->frame->file ? (Place){sample->frame->file, 0, 0} : sample->place,
                         MSG_ESTIMATE_NO_ROWS);
    return true;
}

typedef struct {
    const double *key; /* of this row, nused long */
    int row;
} SortRow;

/* Missing values first, then by value; qsort has no argument, so the width stands before the keys.
 */
static int compare_rows(const void *left, const void *right)
{
    const SortRow *a = left, *b = right;
    int width = (int)a->key[0];
    for (int i = 1; i <= width; i++) {
        double x = a->key[i], y = b->key[i];
        if (isnan(x) || isnan(y)) {
            if (isnan(x) != isnan(y))
                return isnan(x) ? -1 : 1;
            continue;
        }
        if (x != y)
            return x < y ? -1 : 1;
    }
    return (a->row > b->row) - (a->row < b->row); /* equal in all that is used */
}

static void sort_rows(Sample *sample)
{
    SortRow *list = arena_new(sample->arena, SortRow, sample->nrow);
    double *keys =
        arena_new(sample->arena, double, (size_t)sample->nrow *((size_t)sample->nused + 1));
    for (int i = 0; i < sample->nrow; i++) {
        double *key = keys + (size_t)i * ((size_t)sample->nused + 1);
        key[0] = sample->nused;
        for (int k = 0; k < sample->nused; k++)
            key[k + 1] = sample->used[k].column->x[sample->row[i]];
        list[i] = (SortRow){key, sample->row[i]};
    }
    qsort(list, (size_t)sample->nrow, sizeof *list, compare_rows);
    for (int i = 0; i < sample->nrow; i++)
        sample->row[i] = list[i].row;
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* A numeric column as levels in numeric order. */
static void numbers_to_levels(Arena *arena, Column *column, double *x, int nrow)
{
    double *value = arena_new(arena, double, nrow + 1);
    int n = 0;
    for (int i = 0; i < nrow; i++)
        if (!isnan(x[i]))
            value[n++] = x[i];
    qsort(value, (size_t)n, sizeof *value, compare_doubles);
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (kept == 0 || value[i] != value[kept - 1])
            value[kept++] = value[i];
    column->level = arena_new(arena, const char *, kept + 1);
    column->nlevel = kept;
    for (int i = 0; i < kept; i++)
        column->level[i] = arena_format(arena, "%.15g", value[i]);
    for (int i = 0; i < nrow; i++)
        if (!isnan(x[i])) {
            double *found = bsearch(&x[i], value, (size_t)kept, sizeof *value, compare_doubles);
            x[i] = (double)(found - value);
        }
}

static void drop_levels(Arena *arena, Column *column, double *x, int nrow)
{
    int *seen = arena_new(arena, int, column->nlevel + 1);
    for (int i = 0; i < nrow; i++)
        if (!isnan(x[i]))
            seen[(int)x[i]] = 1;
    const char **level = arena_new(arena, const char *, column->nlevel + 1);
    int kept = 0;
    for (int i = 0; i < column->nlevel; i++) {
        if (seen[i])
            level[kept] = column->level[i];
        seen[i] = seen[i] ? kept++ : -1;
    }
    for (int i = 0; i < nrow; i++)
        if (!isnan(x[i]))
            x[i] = seen[(int)x[i]];
    column->level = level;
    column->nlevel = kept;
}

static bool is_listed(Arena *arena, const char *list, const char *name)
{
    const char **names;
    int n = list ? text_split(arena, list, ',', &names) : 0;
    for (int i = 0; i < n; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

static void fill_frame(Sample *sample, Frame *prepared)
{
    Arena *arena = sample->arena;
    const char *factors = spec_text(sample->spec, "factors");
    Column *columns = arena_new(arena, Column, sample->nused + 1);
    for (int k = 0; k < sample->nused; k++) {
        const Used *used = &sample->used[k];
        double *x = arena_new(arena, double, sample->nrow);
        for (int i = 0; i < sample->nrow; i++)
            x[i] = used->column->x[sample->row[i]];
        columns[k] = *used->column;
        columns[k].x = x;
        if (columns[k].level)
            drop_levels(arena, &columns[k], x, sample->nrow);
        else if (used->option->kind == OPTION_GROUP || used->option->kind == OPTION_GROUPS ||
                 (used->option->kind == OPTION_COLUMNS &&
                  is_listed(arena, factors, used->column->name)))
            numbers_to_levels(arena, &columns[k], x, sample->nrow);
    }
    int *line = arena_new(arena, int, sample->nrow);
    for (int i = 0; i < sample->nrow; i++)
        line[i] = sample->frame->line ? sample->frame->line[sample->row[i]] : sample->row[i] + 2;
    *prepared = (Frame){.nrow = sample->nrow,
                        .ncolumn = sample->nused,
                        .column = columns,
                        .file = sample->frame->file,
                        .line = line};
}

/* factors= and reference= must name columns that are used, and levels that exist. */
static bool check_references(const Sample *sample, const Frame *prepared)
{
    const char *text = spec_text(sample->spec, "reference"), **parts;
    int n = text ? text_split(sample->arena, text, ',', &parts) : 0;
    for (int i = 0; i < n; i++) {
        const char *colon = strchr(parts[i], ':');
        const char *name =
            colon ? arena_copy(sample->arena, parts[i], (size_t)(colon - parts[i])) : parts[i];
        const Column *column = frame_column(prepared, name);
        if (!colon || !column || !column->level)
            return diag_fail(sample->diag, sample->place, MSG_ESTIMATE_NUMBER, "reference",
                             parts[i], "FAKTORS:LĪMENIS / FACTOR:LEVEL");
        bool found = false;
        for (int k = 0; k < column->nlevel; k++)
            found |= !strcmp(column->level[k], colon + 1);
        if (!found) {
            const char *near =
                text_nearest(sample->arena, colon + 1, column->level, column->nlevel);
            return diag_fail(sample->diag, sample->place, MSG_ESTIMATE_LEVEL, name, colon + 1,
                             near ? near : "–");
        }
    }
    text = spec_text(sample->spec, "factors");
    n = text ? text_split(sample->arena, text, ',', &parts) : 0;
    for (int i = 0; i < n; i++)
        if (!frame_column(prepared, parts[i]))
            return diag_fail(sample->diag, sample->place, MSG_ESTIMATE_COLUMN, parts[i], "–");
    return true;
}

bool sample_prepare(const Frame *frame, Spec *spec, Arena *arena, Diag *diag, Frame *prepared)
{
    Sample sample = {.frame = frame,
                     .spec = spec,
                     .place = spec->places.first,
                     .arena = arena,
                     .diag = diag,
                     .used = arena_new(arena, Used, MOST_COLUMNS + 1)};
    const Column *where;
    double only = 0.0;
    spec->ndropped = 0;
    if (!collect_columns(&sample) || !find_where(&sample, &where, &only))
        return false;
    for (int i = 0; i < sample.nused; i++)
        if (!check_numeric(&sample, &sample.used[i]))
            return false;
    if (sample.nused == 0) { /* an estimator of options alone */
        *prepared = (Frame){.file = frame->file};
        return true;
    }
    if (!keep_rows(&sample, where, only))
        return false;
    if (!spec->estimator->keep_order)
        sort_rows(&sample);
    fill_frame(&sample, prepared);
    return check_references(&sample, prepared);
}
