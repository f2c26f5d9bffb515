/* wild_bootstrap: p-value and interval of one coefficient with few clusters.
 * Assumes independent clusters; the null is imposed (WCR). Reference: Cameron, Gelbach and Miller
 * (2008), REStat 90; MacKinnon, Nielsen and Webb (2023). METHODOLOGY.md: estimator-wild_bootstrap.
 */
#include "analysis/linear/regression.h"
#include "analysis/random.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"x", OPTION_COLUMNS, true, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"test", OPTION_TEXT, true, NULL, {"pārbaudāmā kolonna", "column to test"}, false},
    {"cluster", OPTION_GROUP, true, NULL, {"kopas (klasteri)", "clusters"}, false},
    {"weights",
     OPTION_CHOICE,
     false,
     "rademacher|webb",
     {"nejaušie reizinātāji", "random multipliers"},
     false},
};

/* Sums by cluster for the tested coefficient, linear in the null value b: a − b w, q − b r. */
typedef struct {
    int ncluster, p;
    double *a, *w; /* of the coefficient */
    double *q, *r; /* X_g'u of the restricted residuals, ncluster × p */
    double *back;  /* c'M X_h'X_h M, ncluster × p */
    double scale;  /* CR1 */
} Sums;

/* One draw: b* − b = n0 − b n1, its CR1 variance = v0 − 2 b v1 + b² v2. */
typedef struct {
    double n0, n1, v0, v1, v2;
} Draw;

static void find_draw(const Sums *s, const double *sign, double *total, Draw *draw)
{
    *draw = (Draw){0};
    memset(total, 0, sizeof(double) * (size_t)(2 * s->p));
    for (int g = 0; g < s->ncluster; g++) {
        draw->n0 += sign[g] * s->a[g];
        draw->n1 += sign[g] * s->w[g];
        for (int k = 0; k < s->p; k++) {
            total[k] += sign[g] * s->q[g * s->p + k];
            total[s->p + k] += sign[g] * s->r[g * s->p + k];
        }
    }
    for (int h = 0; h < s->ncluster; h++) {
        double e = sign[h] * s->a[h], f = sign[h] * s->w[h];
        for (int k = 0; k < s->p; k++) {
            e -= s->back[h * s->p + k] * total[k];
            f -= s->back[h * s->p + k] * total[s->p + k];
        }
        draw->v0 += s->scale * e * e;
        draw->v1 += s->scale * e * f;
        draw->v2 += s->scale * f * f;
    }
}

/* Share of draws at least as far out as the estimate, ties counted. */
static double p_value(const Draw *draws, int ndraw, double estimate, double se, double null)
{
    double t = fabs((estimate - null) / se);
    int far = 0;
    for (int i = 0; i < ndraw; i++) {
        const Draw *d = &draws[i];
        double variance = d->v0 - 2.0 * null * d->v1 + null * null * d->v2,
               gap = d->n0 - null * d->n1;
        far += variance > 0.0 ? fabs(gap) / sqrt(variance) >= t - 1e-10 : fabs(gap) > 0.0;
    }
    return (double)far / ndraw;
}

/* The null value on one side where the p-value falls to alpha; infinite if it never does. */
static double invert(const Draw *draws, int ndraw, double estimate, double se, double alpha,
                     double side)
{
    double inside = 0.0, outside = 1.0;
    while (p_value(draws, ndraw, estimate, se, estimate + side * outside * se) > alpha) {
        inside = outside;
        outside *= 2.0;
        if (outside > 1e6)
            return NAN;
    }
    for (int i = 0; i < 60; i++) {
        double middle = (inside + outside) / 2.0;
        if (p_value(draws, ndraw, estimate, se, estimate + side * middle * se) > alpha)
            inside = middle;
        else
            outside = middle;
    }
    return estimate + side * (inside + outside) / 2.0 * se;
}

/* Residuals of y and of the tested column on the other columns. */
static bool restricted_residuals(const Design *design, int tested, const double *y, Arena *arena,
                                 double **u, double **w)
{
    int n = design->nrow, p = design->nterm - 1;
    double *x = arena_alloc(arena, sizeof(double), (size_t)n * (size_t)p + 1);
    for (int j = 0, to = 0; j < design->nterm; j++)
        if (j != tested)
            memcpy(x + (size_t)to++ * (size_t)n, design->x + (size_t)j * (size_t)n,
                   sizeof(double) * (size_t)n);
    Fit fit_y, fit_x;
    Problem first = {n, p, x, y, NULL, false},
            second = {n, p, x, design->x + (size_t)tested * (size_t)n, NULL, false};
    fit_least_squares(&first, arena, &fit_y);
    fit_least_squares(&second, arena, &fit_x);
    *u = fit_y.residual;
    *w = fit_x.residual;
    return fit_y.rank == p;
}

static void find_sums(const Design *design, const Regression *full, int tested,
                      const Column *cluster, const double *u, const double *w, Arena *arena,
                      Sums *s)
{
    int n = design->nrow, p = design->nterm, G = cluster->nlevel;
    const double *root = full->fit.root;
    double *m = arena_new(arena, double, p *p + 1), *gram = arena_new(arena, double, p *p + 1);
    for (int i = 0; i < p; i++) /* M = L L' */
        for (int j = 0; j < p; j++)
            for (int k = i > j ? i : j; k < p; k++)
                m[j * p + i] += root[k * p + i] * root[k * p + j];
    *s = (Sums){G,
                p,
                arena_new(arena, double, G + 1),
                arena_new(arena, double, G + 1),
                arena_new(arena, double, G *p + 1),
                arena_new(arena, double, G *p + 1),
                arena_new(arena, double, G *p + 1),
                1.0};
    int *start = arena_new(arena, int, G + 2), *order = arena_new(arena, int, n + 1);
    for (int i = 0; i < n; i++)
        start[(int)cluster->x[i] + 1]++;
    for (int g = 0; g < G; g++)
        start[g + 1] += start[g];
    int *next = arena_new(arena, int, G + 1);
    memcpy(next, start, sizeof(int) * (size_t)G);
    for (int i = 0; i < n; i++)
        order[next[(int)cluster->x[i]]++] = i;
    double *row = arena_new(arena, double, p + 1), *half = arena_new(arena, double, p + 1);
    for (int g = 0; g < G; g++) {
        memset(gram, 0, sizeof(double) * (size_t)(p * p));
        for (int at = start[g]; at < start[g + 1]; at++) {
            for (int k = 0; k < p; k++)
                row[k] = design->x[(size_t)k * (size_t)n + (size_t)order[at]];
            for (int k = 0; k < p; k++) {
                s->q[g * p + k] += row[k] * u[order[at]];
                s->r[g * p + k] += row[k] * w[order[at]];
                for (int l = 0; l < p; l++)
                    gram[l * p + k] += row[k] * row[l];
            }
        }
        for (int k = 0; k < p; k++) {
            s->a[g] += m[k * p + tested] * s->q[g * p + k];
            s->w[g] += m[k * p + tested] * s->r[g * p + k];
            half[k] = 0.0;
            for (int l = 0; l < p; l++)
                half[k] += gram[l * p + k] * m[l * p + tested];
        }
        for (int k = 0; k < p; k++)
            for (int l = 0; l < p; l++)
                s->back[g * p + k] += half[l] * m[k * p + l];
    }
}

/* All sign vectors if there are no more than reps, else seeded draws. */
static Draw *make_draws(const Sums *s, const Spec *spec, Arena *arena, int *ndraw, bool *complete)
{
    bool webb = spec_is(spec, "weights", "webb");
    *complete = !webb && s->ncluster < 31 && (1 << s->ncluster) <= spec->reps;
    *ndraw = *complete ? 1 << s->ncluster : spec->reps;
    Draw *draws = arena_alloc(arena, sizeof(Draw), (size_t)*ndraw);
    double *sign = arena_new(arena, double, s->ncluster + 1),
           *total = arena_new(arena, double, 2 * s->p + 1);
    static const double WEBB[] = {1.5, 1.0, 0.5};
    Random random = random_open(spec->seed, "wild_bootstrap");
    for (int i = 0; i < *ndraw; i++) {
        uint64_t bits = 0;
        for (int g = 0; g < s->ncluster; g++) {
            if (*complete) {
                sign[g] = (i >> g) & 1 ? 1.0 : -1.0;
                continue;
            }
            if (g % 64 == 0)
                bits = random_next(&random);
            sign[g] = (bits >> (g % 64)) & 1 ? 1.0 : -1.0;
            if (webb)
                sign[g] *= sqrt(WEBB[random_below(&random, 3)]);
        }
        find_draw(s, sign, total, &draws[i]);
    }
    return draws;
}

static int find_tested(const Design *design, const Spec *spec, Arena *arena, Diag *diag)
{
    const char *test = spec_text(spec, "test");
    for (int j = 0; j < design->nterm; j++)
        if (!strcmp(design->term[j], test))
            return j;
    const char *near = text_nearest(arena, test, design->term, design->nterm);
    diag_report(diag, spec->places.first, MSG_ESTIMATE_COLUMN, test, near ? near : design->term[0]);
    return -1;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column **x = NULL, *cluster = spec_column(spec, frame, "cluster");
    int nx = spec_columns(spec, frame, "x", arena, &x), ndraw;
    Design design = design_build(frame, spec, x, nx, spec_is(spec, "intercept", "yes"), 0, arena);
    int tested = find_tested(&design, spec, arena, diag);
    if (tested < 0)
        return false;
    RegressionSpec regression = {.design = &design,
                                 .y = spec_column(spec, frame, "y")->x,
                                 .cluster = cluster,
                                 .kind = COVARIANCE_CR1};
    Regression full;
    regression_run(&regression, arena, &full);
    Estimate *row = regression_row(&full, tested, design.term[tested], spec->conf, out);
    row->p = row->ci_low = row->ci_high = NAN;
    double *u, *w;
    if (full.fit.rank < design.nterm || !(row->se > 0.0) ||
        !restricted_residuals(&design, tested, regression.y, arena, &u, &w)) {
        if (!row->note)
            estimate_note(out, row, "singular");
        return true;
    }
    Sums sums;
    bool complete;
    find_sums(&design, &full, tested, cluster, u, w, arena, &sums);
    double n = design.nrow, p = design.nterm, clusters = cluster->nlevel;
    sums.scale = clusters / (clusters - 1.0) * (n - 1.0) / (n - p);
    Draw *draws = make_draws(&sums, spec, arena, &ndraw, &complete);
    row->p = p_value(draws, ndraw, row->estimate, row->se, 0.0);
    row->ci_low = invert(draws, ndraw, row->estimate, row->se, 1.0 - spec->conf, -1.0);
    row->ci_high = invert(draws, ndraw, row->estimate, row->se, 1.0 - spec->conf, 1.0);
    if (isnan(row->ci_low) || isnan(row->ci_high))
        estimate_note(out, row, "interval unbounded");
    estimate_note(out, row,
                  complete ? arena_format(arena, "all %d sign vectors", ndraw)
                           : arena_format(arena, "draws=%d", ndraw));
    return true;
}

const Estimator estimator_wild_bootstrap = {
    .id = "wild_bootstrap",
    .title = {"Savvaļas klasteru butstreps", "Wild cluster bootstrap"},
    .estimates = {"vienu koeficientu, ja kopu ir maz", "one coefficient when clusters are few"},
    .assumptions = {"kopas ir neatkarīgas", "clusters are independent"},
    .formula = "WCR: y* = X b_r + v_g u_r; t with CR1; p = share of |t*| >= |t|; interval by "
               "inversion; all 2^G vectors when 2^G <= reps",
    .reference = "Cameron, Gelbach & Miller (2008), REStat 90; MacKinnon, Nielsen & Webb (2023)",
    .terms = "the tested column",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
