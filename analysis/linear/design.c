/* Design matrices: dummies for factors, checks of weights. */
#include "analysis/linear/design.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

Design design_open(Arena *arena, int nrow, int capacity)
{
    return (Design){.nrow = nrow,
                    .capacity = capacity,
                    .x = arena_alloc(arena, sizeof(double), (size_t)nrow * (size_t)capacity + 1),
                    .term = arena_new(arena, const char *, capacity + 1)};
}

double *design_add(Design *design, const char *term)
{
    design->term[design->nterm] = term;
    return design->x + (size_t)design->nterm++ * (size_t)design->nrow;
}

int design_reference(const Spec *spec, const Column *column, Arena *arena)
{
    const char *text = spec_text(spec, "reference"), **parts;
    int n = text ? text_split(arena, text, ',', &parts) : 0;
    size_t length = strlen(column->name);
    for (int i = 0; i < n; i++)
        if (!strncmp(parts[i], column->name, length) && parts[i][length] == ':')
            for (int k = 0; k < column->nlevel; k++)
                if (!strcmp(column->level[k], parts[i] + length + 1))
                    return k;
    return 0;
}

static void add_dummies(Design *design, const Column *column, int reference, Arena *arena)
{
    for (int level = 0; level < column->nlevel; level++) {
        if (level == reference)
            continue;
        double *x =
            design_add(design, arena_format(arena, "%s[%s]", column->name, column->level[level]));
        for (int i = 0; i < design->nrow; i++)
            x[i] = (int)column->x[i] == level;
    }
}

Design design_build(const Frame *frame, const Spec *spec, const Column *const *columns, int ncolumn,
                    bool intercept, int spare, Arena *arena)
{
    int capacity = 1 + spare;
    for (int i = 0; i < ncolumn; i++)
        capacity += columns[i]->level ? columns[i]->nlevel : 1;
    Design design = design_open(arena, frame->nrow, capacity);
    if (intercept) {
        double *one = design_add(&design, "(intercept)");
        for (int i = 0; i < frame->nrow; i++)
            one[i] = 1.0;
    }
    bool whole = !intercept; /* the first factor may then keep all its levels */
    for (int i = 0; i < ncolumn; i++) {
        if (columns[i]->level) {
            add_dummies(&design, columns[i], whole ? -1 : design_reference(spec, columns[i], arena),
                        arena);
            whole = false;
            continue;
        }
        memcpy(design_add(&design, columns[i]->name), columns[i]->x,
               sizeof(double) * (size_t)frame->nrow);
    }
    return design;
}

int *design_codes(const Column *column, int nrow, Arena *arena)
{
    if (!column)
        return NULL;
    int *code = arena_new(arena, int, nrow + 1);
    for (int i = 0; i < nrow; i++)
        code[i] = (int)column->x[i];
    return code;
}

/* The frame without the rows that `keep` refuses. */
static Frame keep_rows(const Frame *frame, const bool *keep, int nkept, Arena *arena)
{
    Frame kept = *frame;
    Column *columns = arena_new(arena, Column, frame->ncolumn + 1);
    int *line = arena_new(arena, int, nkept + 1);
    for (int k = 0; k < frame->ncolumn; k++) {
        double *x = arena_new(arena, double, nkept + 1);
        for (int i = 0, to = 0; i < frame->nrow; i++)
            if (keep[i])
                x[to++] = frame->column[k].x[i];
        columns[k] = frame->column[k];
        columns[k].x = x;
    }
    for (int i = 0, to = 0; i < frame->nrow && frame->line; i++)
        if (keep[i])
            line[to++] = frame->line[i];
    kept.column = columns;
    kept.line = frame->line ? line : NULL;
    kept.nrow = nkept;
    return kept;
}

bool design_weights(Frame *frame, const Spec *spec, Arena *arena, Diag *diag, const double **weight)
{
    const Column *column = spec_column(spec, frame, "weights");
    *weight = NULL;
    if (!column)
        return true;
    bool *keep = arena_new(arena, bool, frame->nrow + 1);
    int nkept = 0;
    for (int i = 0; i < frame->nrow; i++) {
        if (column->x[i] < 0.0)
            return diag_fail(
                diag, (Place){frame->file, frame->line ? frame->line[i] : 0, column->position},
                MSG_ESTIMATE_VALUE, column->name, arena_format(arena, "%.15g", column->x[i]),
                "≥ 0");
        keep[i] = column->x[i] > 0.0;
        nkept += keep[i];
    }
    if (nkept == 0)
        return diag_fail(diag, (Place){frame->file, 0, 0}, MSG_ESTIMATE_NO_ROWS);
    if (nkept < frame->nrow)
        *frame = keep_rows(frame, keep, nkept, arena);
    *weight = spec_column(spec, frame, "weights")->x;
    return true;
}
