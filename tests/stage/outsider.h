/* The outsider of the disclosure tests: least and greatest c·x where A x = b, x ≥ 0, by a dense
 * simplex that shares nothing with the program. Equations that follow from others are dropped. */
#ifndef TESTS_STAGE_OUTSIDER_H
#define TESTS_STAGE_OUTSIDER_H

#include "tests/test.h"

#include <stdbool.h>
#include <string.h>

enum { MOST_ATOMS = 160, MOST_ROWS = 170, MOST_WIDTH = MOST_ATOMS + MOST_ROWS + 2 };

typedef struct {
    int nvar, nrow;
    double a[MOST_ROWS][MOST_WIDTH]; /* rows of the tableau, right side in column `nvar` */
    int basis[MOST_ROWS];
} Simplex;

/* Adds an equation unless it follows from those there are (forward elimination beside). */
typedef struct {
    double row[MOST_ROWS][MOST_ATOMS + 1];
    int pivot[MOST_ROWS], n;
} Echelon;

static inline void add_equation(Echelon *echelon, double *row, int nvar)
{
    for (int i = 0; i < echelon->n; i++) {
        double factor = row[echelon->pivot[i]];
        if (factor != 0)
            for (int k = 0; k <= nvar; k++)
                row[k] -= factor * echelon->row[i][k];
    }
    int best = -1;
    for (int k = 0; k < nvar; k++)
        if (fabs(row[k]) > 1e-7 && (best < 0 || fabs(row[k]) > fabs(row[best])))
            best = k;
    if (best < 0)
        return;
    assert_true(echelon->n < MOST_ROWS);
    double scale = row[best];
    for (int k = 0; k <= nvar; k++)
        echelon->row[echelon->n][k] = row[k] / scale;
    echelon->pivot[echelon->n++] = best;
}

static inline void pivot_on(Simplex *simplex, int row, int column, double *objective)
{
    double scale = simplex->a[row][column];
    for (int k = 0; k <= simplex->nvar; k++)
        simplex->a[row][k] /= scale;
    for (int i = 0; i < simplex->nrow; i++) {
        double factor = simplex->a[i][column];
        if (i == row || factor == 0)
            continue;
        for (int k = 0; k <= simplex->nvar; k++)
            simplex->a[i][k] -= factor * simplex->a[row][k];
    }
    double factor = objective[column];
    for (int k = 0; k <= simplex->nvar; k++)
        objective[k] -= factor * simplex->a[row][k];
    simplex->basis[row] = column;
}

/* Maximises; `objective` holds reduced costs, its last entry minus the value. Bland's rule. Columns
 * from `barred` on may not enter. False: unbounded. */
static inline bool maximise(Simplex *simplex, double *objective, int barred)
{
    for (;;) {
        int column = 0, row = -1;
        while (column < barred && objective[column] <= 1e-9)
            column++;
        if (column == barred)
            return true;
        for (int i = 0; i < simplex->nrow; i++) {
            if (simplex->a[i][column] <= 1e-9)
                continue;
            double ratio = simplex->a[i][simplex->nvar] / simplex->a[i][column];
            double least =
                row < 0 ? HUGE_VAL : simplex->a[row][simplex->nvar] / simplex->a[row][column];
            if (ratio < least - 1e-12 ||
                (ratio < least + 1e-12 && row >= 0 && simplex->basis[i] < simplex->basis[row]))
                row = i;
        }
        if (row < 0)
            return false;
        pivot_on(simplex, row, column, objective);
    }
}

/* A tableau with a feasible basis: artificial columns are driven out first. */
static inline void start_simplex(Simplex *simplex, const Echelon *echelon, int natom)
{
    double objective[MOST_WIDTH] = {0};
    simplex->nrow = echelon->n;
    simplex->nvar = natom + echelon->n;
    for (int i = 0; i < echelon->n; i++) {
        double sign = echelon->row[i][natom] < 0 ? -1 : 1;
        memset(simplex->a[i], 0, sizeof simplex->a[i]);
        for (int k = 0; k < natom; k++)
            simplex->a[i][k] = sign * echelon->row[i][k];
        simplex->a[i][natom + i] = 1;
        simplex->a[i][simplex->nvar] = sign * echelon->row[i][natom];
        simplex->basis[i] = natom + i;
        for (int k = 0; k < natom; k++)
            objective[k] += simplex->a[i][k];
        objective[simplex->nvar] += simplex->a[i][simplex->nvar];
    }
    assert_true(maximise(simplex, objective, natom));
    assert_true(fabs(objective[simplex->nvar]) < 1e-6);
    for (int i = 0; i < simplex->nrow; i++) /* artificials at zero leave the basis */
        for (int k = 0; simplex->basis[i] >= natom && k < natom; k++)
            if (fabs(simplex->a[i][k]) > 1e-7)
                pivot_on(simplex, i, k, objective);
}

static inline double extreme(Simplex *simplex, const double *weight, int natom, int direction)
{
    double objective[MOST_WIDTH] = {0};
    for (int k = 0; k < natom; k++)
        objective[k] = direction * weight[k];
    for (int i = 0; i < simplex->nrow; i++) {
        double factor = objective[simplex->basis[i]];
        if (factor != 0)
            for (int k = 0; k <= simplex->nvar; k++)
                objective[k] -= factor * simplex->a[i][k];
    }
    if (!maximise(simplex, objective, natom))
        return direction * HUGE_VAL;
    return direction * -objective[simplex->nvar];
}

#endif
