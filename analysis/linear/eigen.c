/* Symmetric eigenvalues through GSL, with a fixed sign of the vectors. */
#include "analysis/linear/eigen.h"

#include <gsl/gsl_eigen.h>
#include <string.h>

bool eigen_symmetric(const double *matrix, int n, Arena *arena, double *values, double *vectors)
{
    if (n == 0)
        return true;
    size_t size = (size_t)n;
    double *copy = arena_alloc(arena, sizeof(double), size * size);
    double *basis = arena_alloc(arena, sizeof(double), size * size);
    memcpy(copy, matrix, sizeof(double) * size * size);
    gsl_matrix_view a = gsl_matrix_view_array(copy, size, size);
    gsl_matrix_view v = gsl_matrix_view_array(basis, size, size);
    gsl_vector_view d = gsl_vector_view_array(values, size);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(size);
    bool good = work && !gsl_eigen_symmv(&a.matrix, &d.vector, &v.matrix, work) &&
                !gsl_eigen_symmv_sort(&d.vector, &v.matrix, GSL_EIGEN_SORT_VAL_DESC);
    if (work)
        gsl_eigen_symmv_free(work);
    for (size_t i = 0; i < size && good; i++)
        for (size_t j = 0; j < size; j++)
            vectors[j * size + i] = basis[i * size + j];
    return good;
}
