/* Householder least squares: many rows are first folded block by block into a triangle (TSQR);
 * short problems are refined with residuals in twice the working precision (Björck 1967). */
#include "analysis/linear/least_squares.h"

#include <math.h>
#include <string.h>

enum { BLOCK = 1024, REFINED_ROWS = 20000, NREFINE = 4 };
static const double ALIASED = 1e-11;

double linear_dot(const double *a, const double *b, int n)
{
    double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
        s0 += a[i] * b[i];
        s1 += a[i + 1] * b[i + 1];
        s2 += a[i + 2] * b[i + 2];
        s3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++)
        s0 += a[i] * b[i];
    return (s0 + s1) + (s2 + s3);
}

/* A tall matrix in factored form: column k of `a` holds the reflector of kept column k from row k
 * down (v scaled so that v[0] is explicit), R above it. */
typedef struct {
    int nrow, ncolumn, stride;
    double *a;
    int rank;
    int *kept;
    double *scale;    /* of every column */
    double *diagonal; /* R[k][k] */
    double *factor;   /* 2 / v'v */
} Factored;

static void reflect(const double *v, double factor, double *column, int n)
{
    double part = factor * linear_dot(v, column, n);
    if (part == 0.0)
        return;
    for (int i = 0; i < n; i++)
        column[i] -= part * v[i];
}

static double norm(const double *column, int n)
{
    double most = 0.0;
    for (int i = 0; i < n; i++)
        most = fmax(most, fabs(column[i]));
    if (most == 0.0 || !isfinite(most))
        return most;
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += (column[i] / most) * (column[i] / most);
    return most * sqrt(sum);
}

/* Makes column `from` of the matrix the k-th reflector; false if too little of it is left. */
static bool make_reflector(Factored *f, int from, double least)
{
    int k = f->rank, n = f->nrow - k;
    if (n <= 0)
        return false;
    double *v = f->a + (size_t)from * (size_t)f->stride + k;
    double length = norm(v, n);
    if (!(length > least))
        return false;
    double diagonal = v[0] > 0.0 ? -length : length;
    v[0] -= diagonal;
    f->diagonal[k] = diagonal;
    f->factor[k] = 2.0 / linear_dot(v, v, n);
    f->kept[k] = from;
    f->rank++;
    return true;
}

static void factor_matrix(Factored *f, double least)
{
    for (int j = 0; j < f->ncolumn; j++) {
        double *column = f->a + (size_t)j * (size_t)f->stride;
        for (int k = 0; k < f->rank; k++)
            reflect(f->a + (size_t)f->kept[k] * (size_t)f->stride + k, f->factor[k], column + k,
                    f->nrow - k);
        make_reflector(f, j, least);
    }
}

static Factored open_factored(Arena *arena, int nrow, int ncolumn)
{
    return (Factored){.nrow = nrow,
                      .ncolumn = ncolumn,
                      .stride = nrow,
                      .a = arena_alloc(arena, sizeof(double), (size_t)nrow * (size_t)ncolumn),
                      .kept = arena_new(arena, int, ncolumn + 1),
                      .scale = arena_new(arena, double, ncolumn + 1),
                      .diagonal = arena_new(arena, double, ncolumn + 1),
                      .factor = arena_new(arena, double, ncolumn + 1)};
}

static double weight_root(const Problem *problem, int row)
{
    return problem->weight ? sqrt(problem->weight[row]) : 1.0;
}

static void find_scales(const Problem *problem, double *scale)
{
    for (int j = 0; j < problem->nterm; j++) {
        const double *column = problem->x + (size_t)j * (size_t)problem->nrow;
        double most = 0.0, sum = 0.0;
        for (int i = 0; i < problem->nrow; i++)
            most = fmax(most, fabs(column[i]) * weight_root(problem, i));
        for (int i = 0; i < problem->nrow && most > 0.0; i++) {
            double part = column[i] * weight_root(problem, i) / most;
            sum += part * part;
        }
        /* a power of two, so that scaling rounds nothing */
        scale[j] = most > 0.0 ? ldexp(1.0, -ilogb(most * sqrt(sum))) : 1.0;
    }
}

/* Fills `a` (stride rows each column) with rows from … of √w X scaled, and √w y as last column. */
static void copy_rows(const Problem *problem, const double *scale, int from, int count, double *a,
                      int stride, int offset)
{
    for (int j = 0; j <= problem->nterm; j++) {
        const double *source =
            j < problem->nterm ? problem->x + (size_t)j * (size_t)problem->nrow : problem->y;
        double factor = j < problem->nterm ? scale[j] : 1.0;
        double *to = a + (size_t)j * (size_t)stride + offset;
        for (int i = 0; i < count; i++)
            to[i] = source[from + i] * factor * weight_root(problem, from + i);
    }
}

/* Folds blocks of rows into the triangle on top of `work`, (p+1) × (p+1) at the end. */
static void fold_blocks(const Problem *problem, const double *scale, double *triangle, int width,
                        Arena *arena)
{
    ArenaMark mark = arena_mark(arena);
    Factored block = open_factored(arena, width + BLOCK, width);
    for (int from = 0; from < problem->nrow; from += BLOCK) {
        int count = problem->nrow - from < BLOCK ? problem->nrow - from : BLOCK;
        block.nrow = width + count;
        for (int j = 0; j < width; j++)
            memcpy(block.a + (size_t)j * (size_t)block.stride, triangle + (size_t)j * (size_t)width,
                   sizeof(double) * (size_t)width);
        copy_rows(problem, scale, from, count, block.a, block.stride, width);
        for (int j = 0; j < width; j++) { /* no pivots here: column j is reflector j */
            block.rank = j;
            double *column = block.a + (size_t)j * (size_t)block.stride;
            bool made = make_reflector(&block, j, 0.0);
            for (int other = j + 1; made && other < width; other++)
                reflect(column + j, block.factor[j],
                        block.a + (size_t)other * (size_t)block.stride + j, block.nrow - j);
            for (int i = 0; i < width; i++)
                triangle[(size_t)j * (size_t)width + (size_t)i] = i < j ? column[i] : 0.0;
            triangle[(size_t)j * (size_t)width + (size_t)j] = made ? block.diagonal[j] : 0.0;
        }
    }
    arena_release(arena, mark);
}

/* R[i][k] of kept columns i < k. */
static double upper(const Factored *f, int i, int k)
{
    return i == k ? f->diagonal[k] : f->a[(size_t)f->kept[k] * (size_t)f->stride + (size_t)i];
}

static void solve_upper(const Factored *f, double *z)
{
    for (int k = f->rank - 1; k >= 0; k--) {
        z[k] /= f->diagonal[k];
        for (int i = 0; i < k; i++)
            z[i] -= upper(f, i, k) * z[k];
    }
}

static void solve_lower(const Factored *f, double *z) /* R' z = z */
{
    for (int k = 0; k < f->rank; k++) {
        for (int i = 0; i < k; i++)
            z[k] -= upper(f, i, k) * z[i];
        z[k] /= f->diagonal[k];
    }
}

static void invert_root(const Factored *f, double *root)
{
    int p = f->rank;
    for (int k = 0; k < p; k++) {
        double *column = root + (size_t)k * (size_t)p;
        column[k] = 1.0;
        for (int j = k; j >= 0; j--) {
            column[j] /= f->diagonal[j];
            for (int i = 0; i < j; i++)
                column[i] -= upper(f, i, j) * column[j];
        }
        for (int j = 0; j <= k; j++)
            column[j] *= f->scale[f->kept[j]];
    }
}

/* Numbers of twice the precision, after Dekker (1971). */
typedef struct {
    double high, low;
} Double;

static Double twice_add(Double a, double b)
{
    double s = a.high + b, part = s - a.high;
    double error = (a.high - (s - part)) + (b - part) + a.low;
    double high = s + error;
    return (Double){high, error - (high - s)};
}

static Double twice_add_product(Double sum, double a, double b)
{
    double product = a * b, ca = 134217729.0 * a, cb = 134217729.0 * b;
    double ah = ca - (ca - a), al = a - ah, bh = cb - (cb - b), bl = b - bh;
    double error = ((ah * bh - product) + ah * bl + al * bh) + al * bl;
    return twice_add(twice_add(sum, product), error);
}

/* Solves [I A; A' 0][r; b] = [f; g] with the factorisation; z is a work vector of nrow. */
static void solve_augmented(const Factored *f, const double *top, const double *bottom, double *r,
                            double *b)
{
    int p = f->rank;
    memcpy(r, top, sizeof(double) * (size_t)f->nrow);
    for (int k = 0; k < p; k++)
        reflect(f->a + (size_t)f->kept[k] * (size_t)f->stride + k, f->factor[k], r + k,
                f->nrow - k);
    memcpy(b, bottom, sizeof(double) * (size_t)p);
    solve_lower(f, b); /* h = R'⁻¹ g */
    for (int k = 0; k < p; k++) {
        double first = r[k];
        r[k] = b[k];
        b[k] = first - b[k];
    }
    solve_upper(f, b);
    for (int k = p - 1; k >= 0; k--)
        reflect(f->a + (size_t)f->kept[k] * (size_t)f->stride + k, f->factor[k], r + k,
                f->nrow - k);
}

typedef struct {
    const double *a; /* √w X, scaled; nrow × all columns, √w y last */
    Double *r, *b;
    double *top, *bottom, *step_r, *step_b;
} Refinement;

static void refine_once(const Factored *f, Refinement *re)
{
    int n = f->nrow, p = f->rank;
    const double *y = re->a + (size_t)f->ncolumn * (size_t)n;
    for (int i = 0; i < n; i++) {
        Double sum = {y[i], 0.0};
        sum = twice_add(twice_add(sum, -re->r[i].high), -re->r[i].low);
        for (int k = 0; k < p; k++) {
            double x = re->a[(size_t)f->kept[k] * (size_t)n + (size_t)i];
            sum = twice_add_product(sum, -x, re->b[k].high);
            sum = twice_add_product(sum, -x, re->b[k].low);
        }
        re->top[i] = sum.high;
    }
    for (int k = 0; k < p; k++) {
        Double sum = {0.0, 0.0};
        const double *x = re->a + (size_t)f->kept[k] * (size_t)n;
        for (int i = 0; i < n; i++) {
            sum = twice_add_product(sum, -x[i], re->r[i].high);
            sum = twice_add_product(sum, -x[i], re->r[i].low);
        }
        re->bottom[k] = sum.high;
    }
    solve_augmented(f, re->top, re->bottom, re->step_r, re->step_b);
    for (int i = 0; i < n; i++)
        re->r[i] = twice_add(re->r[i], re->step_r[i]);
    for (int k = 0; k < p; k++)
        re->b[k] = twice_add(re->b[k], re->step_b[k]);
}

/* b from Q'y; y is used up. */
static void solve_plain(const Factored *f, double *y, double *b)
{
    for (int k = 0; k < f->rank; k++)
        reflect(f->a + (size_t)f->kept[k] * (size_t)f->stride + k, f->factor[k], y + k,
                f->nrow - k);
    memcpy(b, y, sizeof(double) * (size_t)f->rank);
    solve_upper(f, b);
}

/* The whole matrix is factored and the solution refined; b in scaled columns. */
static void solve_refined(const Problem *problem, Factored *f, Arena *arena, double *b)
{
    int n = problem->nrow, p = problem->nterm;
    *f = open_factored(arena, n, p);
    find_scales(problem, f->scale);
    double *a = arena_alloc(arena, sizeof(double), (size_t)n * (size_t)(p + 1));
    copy_rows(problem, f->scale, 0, n, a, n, 0);
    memcpy(f->a, a, sizeof(double) * (size_t)n * (size_t)p);
    factor_matrix(f, ALIASED);
    if (problem->plain) {
        solve_plain(f, a + (size_t)n * (size_t)p, b);
        return;
    }
    Refinement re = {.a = a,
                     .r = arena_new(arena, Double, n),
                     .b = arena_new(arena, Double, p + 1),
                     .top = arena_new(arena, double, n),
                     .bottom = arena_new(arena, double, p + 1),
                     .step_r = arena_new(arena, double, n),
                     .step_b = arena_new(arena, double, p + 1)};
    double least = 1.0; /* well-conditioned problems need one correction, others more */
    for (int k = 0; k < f->rank; k++)
        least = fmin(least, fabs(f->diagonal[k]));
    for (int i = 0; i < (least > 1e-3 ? 2 : NREFINE); i++)
        refine_once(f, &re);
    for (int k = 0; k < f->rank; k++)
        b[k] = re.b[k].high;
}

static void solve_folded(const Problem *problem, Factored *f, Arena *arena, double *b)
{
    int p = problem->nterm, width = p + 1;
    double *triangle = arena_new(arena, double, width *width);
    double *scale = arena_new(arena, double, p + 1);
    find_scales(problem, scale);
    fold_blocks(problem, scale, triangle, width, arena);
    *f = open_factored(arena, width, p);
    memcpy(f->a, triangle, sizeof(double) * (size_t)width * (size_t)p);
    memcpy(f->scale, scale, sizeof(double) * (size_t)p);
    factor_matrix(f, ALIASED);
    solve_plain(f, triangle + (size_t)p * (size_t)width, b);
}

static void find_residuals(const Problem *problem, Fit *fit)
{
    fit->rss = 0.0;
    for (int i = 0; i < problem->nrow; i++) {
        Double r = {problem->y[i], 0.0};
        for (int k = 0; k < fit->rank; k++)
            r = twice_add_product(
                r, -problem->x[(size_t)fit->kept[k] * (size_t)problem->nrow + (size_t)i],
                fit->beta[fit->kept[k]]);
        fit->residual[i] = r.high;
    }
    for (int i = 0; i < problem->nrow; i++)
        fit->rss +=
            (problem->weight ? problem->weight[i] : 1.0) * fit->residual[i] * fit->residual[i];
}

void fit_least_squares(const Problem *problem, Arena *arena, Fit *fit)
{
    int p = problem->nterm;
    Factored f;
    double *b = arena_new(arena, double, p + 1);
    if (problem->nrow <= REFINED_ROWS)
        solve_refined(problem, &f, arena, b);
    else
        solve_folded(problem, &f, arena, b);
    *fit = (Fit){.rank = f.rank,
                 .kept = f.kept,
                 .beta = arena_new(arena, double, p + 1),
                 .residual = arena_new(arena, double, problem->nrow + 1),
                 .root = arena_new(arena, double, f.rank *f.rank + 1)};
    for (int j = 0; j < p; j++)
        fit->beta[j] = NAN;
    for (int k = 0; k < f.rank; k++)
        fit->beta[f.kept[k]] = b[k] * f.scale[f.kept[k]];
    invert_root(&f, fit->root);
    find_residuals(problem, fit);
}
