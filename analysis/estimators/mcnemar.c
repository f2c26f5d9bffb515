/* mcnemar: change of a yes/no answer of the same persons.
 * Assumes independent pairs. Reference: Newcombe (1998), Statistics in Medicine 17, 2635–2650,
 * method 10; McNemar (1947). METHODOLOGY.md: estimator-mcnemar. */
#include "analysis/distribution/distribution.h"
#include "analysis/linear/design.h"
#include "analysis/statistic.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const Option OPTIONS[] = {
    {"y0", OPTION_COLUMN, true, NULL, {"pirmais mērījums (0/1)", "first measurement (0/1)"}, false},
    {"y1", OPTION_COLUMN, true, NULL, {"otrais mērījums (0/1)", "second measurement (0/1)"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
};

/* Shares both, only before, only after, neither; n as a number of pairs (effective with weights).
 */
typedef struct {
    double both, before, after, neither, n;
} Table;

static void newcombe(const Table *t, double conf, double *low, double *high)
{
    double p0 = t->both + t->before, p1 = t->both + t->after, l0, u0, l1, u1, n = t->n;
    distribution_wilson(p0 * n, n, conf, &l0, &u0);
    distribution_wilson(p1 * n, n, conf, &l1, &u1);
    double product = t->both * t->neither - t->before * t->after; /* over n² */
    double margin = p0 * (1.0 - p0) * p1 * (1.0 - p1);
    if (product > 0.0)
        product = fmax(product - 0.5 / n, 0.0);
    double phi = margin > 0.0 ? product / sqrt(margin) : 0.0;
    double a = p1 - l1, b = u0 - p0, c = u1 - p1, d = p0 - l0;
    *low = p1 - p0 - sqrt(fmax(0.0, a * a - 2.0 * phi * a * b + b * b));
    *high = p1 - p0 + sqrt(fmax(0.0, c * c - 2.0 * phi * c * d + d * d));
}

static void add_tests(const Table *t, bool weighted, int n, EstimateList *out)
{
    double b = t->before * t->n, c = t->after * t->n, gap = fmax(0.0, fabs(b - c) - 1.0);
    if (!(b + c > 0.0)) {
        estimate_note(out, statistic_row(out, "chi_square", n), "zero variance");
        estimate_note(out, statistic_row(out, "exact", n), "zero variance");
        return;
    }
    double chi = gap * gap / (b + c);
    statistic_test_row(out, "chi_square", n, chi, 1.0, distribution_chisq_upper(chi, 1.0));
    Estimate *row = statistic_row(out, "exact", n);
    if (weighted) {
        estimate_note(out, row, "no exact test with weights");
        return;
    }
    row->estimate = row->statistic = c;
    double least = fmin(b, c);
    row->p = fmin(1.0, 2.0 * gsl_cdf_binomial_P((unsigned)least, 0.5, (unsigned)(b + c)));
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    Frame rows = *frame;
    const double *weight;
    if (!design_weights(&rows, spec, arena, diag, &weight))
        return false;
    const Column *y0 = spec_column(spec, &rows, "y0"), *y1 = spec_column(spec, &rows, "y1");
    if (!column_check_binary(&rows, y0, diag) || !column_check_binary(&rows, y1, diag))
        return false;
    double cell[2][2] = {{0.0}}, sum = 0.0, squares = 0.0;
    for (int i = 0; i < rows.nrow; i++) {
        double w = weight ? weight[i] : 1.0;
        cell[y0->x[i] > 0.5][y1->x[i] > 0.5] += w;
        sum += w;
        squares += w * w;
    }
    Table t = {cell[1][1] / sum, cell[1][0] / sum, cell[0][1] / sum, cell[0][0] / sum,
               sum * sum / squares};
    Estimate *row = statistic_row(out, "difference", rows.nrow);
    row->estimate = t.after - t.before;
    newcombe(&t, spec->conf, &row->ci_low, &row->ci_high);
    if (weight)
        estimate_note(out, row, "probability weights");
    add_tests(&t, weight != NULL, rows.nrow, out);
    return true;
}

const Estimator estimator_mcnemar = {
    .id = "mcnemar",
    .title = {"Īpatsvara pārmaiņa pāros", "Change of a share in pairs"},
    .estimates = {"īpatsvara pārmaiņu tiem pašiem cilvēkiem",
                  "the change of a share among the same persons"},
    .assumptions = {"pāri ir neatkarīgi", "pairs are independent"},
    .formula =
        "p1 - p0, Newcombe's method 10; chi_square = (|b-c|-1)^2/(b+c); exact: binomial(b+c, 1/2)",
    .reference = "Newcombe (1998), Stat. Med. 17, 2635; McNemar (1947)",
    .terms = "difference, chi_square, exact",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_CHANGE,
    .headline = "difference",
    .run = run,
};
