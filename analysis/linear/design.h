/* From columns to a design matrix with named terms: `(intercept)`, `col`, `col[level]`. */
#ifndef ANALYSIS_LINEAR_DESIGN_H
#define ANALYSIS_LINEAR_DESIGN_H

#include "analysis/estimator.h"

typedef struct {
    int nrow, nterm, capacity;
    double *x; /* column-major, nrow × nterm */
    const char **term;
} Design;

/* Room for `capacity` columns. */
Design design_open(Arena *arena, int nrow, int capacity);
/* A new column of zeros to fill. */
double *design_add(Design *design, const char *term);
/* The columns of a list, factors as dummies without their reference level (with all levels of the
 * first factor if there is no constant), the constant first. */
Design design_build(const Frame *frame, const Spec *spec, const Column *const *columns, int ncolumn,
                    bool intercept, int spare, Arena *arena);
/* The reference level of a factor: reference=COL:LEVEL, else the first. */
int design_reference(const Spec *spec, const Column *column, Arena *arena);

/* Levels of a column as whole numbers; NULL column: NULL. */
int *design_codes(const Column *column, int nrow, Arena *arena);

/* The weights= column after checks: none negative (reported), rows of weight zero are dropped from
 * `frame`. *weight is NULL without weights. */
bool design_weights(Frame *frame, const Spec *spec, Arena *arena, Diag *diag,
                    const double **weight);

#endif
