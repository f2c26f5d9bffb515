/* two_proportions: shares of two independent groups, second level against the first.
 * Assumes independent rows. Reference: Newcombe (1998), Statistics in Medicine 17, 873–890; Agresti
 * (2013). METHODOLOGY.md: estimator-two_proportions. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <gsl/gsl_randist.h>
#include <math.h>

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums (0/1)", "outcome (0/1)"}, false},
    {"group", OPTION_GROUP, true, NULL, {"divas grupas", "two groups"}, false},
};

/* Ones and sizes of the first and the second level. */
typedef struct {
    double x1, n1, x2, n2;
} Table;

static Estimate *add_row(EstimateList *out, const char *term, const Table *t)
{
    return statistic_row(out, term, (int)(t->n1 + t->n2));
}

static void add_difference(const Table *t, double conf, EstimateList *out)
{
    double l1, u1, l2, u2, p1 = t->x1 / t->n1, p2 = t->x2 / t->n2;
    distribution_wilson(t->x1, t->n1, conf, &l1, &u1);
    distribution_wilson(t->x2, t->n2, conf, &l2, &u2);
    Estimate *row = add_row(out, "risk_difference", t);
    row->estimate = p2 - p1;
    row->ci_low = p2 - p1 - hypot(p2 - l2, u1 - p1);
    row->ci_high = p2 - p1 + hypot(u2 - p2, p1 - l1);
}

/* A ratio with its interval from the log scale; se is that of the logarithm. */
static void add_ratio(EstimateList *out, const char *term, const Table *t, double ratio, double se,
                      double conf)
{
    Estimate *row = add_row(out, term, t);
    if (!isfinite(se) || !(ratio > 0.0) || !isfinite(ratio)) {
        estimate_note(out, row, "zero cell");
        return;
    }
    double reach = distribution_normal_quantile(0.5 + conf / 2.0) * se;
    row->estimate = ratio;
    row->se = se;
    row->statistic = log(ratio) / se;
    row->p = distribution_t_two_sided(row->statistic, NAN);
    row->ci_low = exp(log(ratio) - reach);
    row->ci_high = exp(log(ratio) + reach);
    estimate_note(out, row, "se of the logarithm");
}

static void add_chi_square(const Table *t, EstimateList *out)
{
    double n = t->n1 + t->n2, ones = t->x1 + t->x2;
    if (!(ones > 0.0) || ones >= n) {
        estimate_note(out, add_row(out, "chi_square", t), "zero variance");
        return;
    }
    double cross = t->x1 * (t->n2 - t->x2) - t->x2 * (t->n1 - t->x1);
    double chi = n * cross * cross / (t->n1 * t->n2 * ones * (n - ones));
    statistic_test_row(out, "chi_square", (int)n, chi, 1.0, distribution_chisq_upper(chi, 1.0));
}

/* Two-sided: all tables that are not likelier than the one seen, as fisher.test. */
static void add_fisher(const Table *t, EstimateList *out)
{
    unsigned n1 = (unsigned)t->n1, n2 = (unsigned)t->n2, ones = (unsigned)(t->x1 + t->x2),
             seen = (unsigned)t->x2;
    double limit = gsl_ran_hypergeometric_pdf(seen, n2, n1, ones) * (1.0 + 1e-7), p = 0.0;
    for (unsigned x = ones > n1 ? ones - n1 : 0; x <= ones && x <= n2; x++) {
        double share = gsl_ran_hypergeometric_pdf(x, n2, n1, ones);
        p += share <= limit ? share : 0.0;
    }
    add_row(out, "fisher", t)->p = fmin(1.0, p);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)arena;
    const Column *y = spec_column(spec, frame, "y"), *group = spec_column(spec, frame, "group");
    if (!statistic_two_levels(frame, group, diag) || !column_check_binary(frame, y, diag))
        return false;
    Table t = {0.0, 0.0, 0.0, 0.0};
    for (int i = 0; i < frame->nrow; i++) {
        bool second = group->x[i] > 0.5;
        *(second ? &t.x2 : &t.x1) += y->x[i];
        *(second ? &t.n2 : &t.n1) += 1.0;
    }
    double r1 = t.n1 - t.x1, r2 = t.n2 - t.x2;
    add_difference(&t, spec->conf, out);
    add_ratio(out, "risk_ratio", &t, t.x2 / t.n2 / (t.x1 / t.n1),
              sqrt(1.0 / t.x2 - 1.0 / t.n2 + 1.0 / t.x1 - 1.0 / t.n1), spec->conf);
    add_ratio(out, "odds_ratio", &t, t.x2 * r1 / (r2 * t.x1),
              sqrt(1.0 / t.x2 + 1.0 / r2 + 1.0 / t.x1 + 1.0 / r1), spec->conf);
    add_chi_square(&t, out);
    add_fisher(&t, out);
    return true;
}

const Estimator estimator_two_proportions = {
    .id = "two_proportions",
    .title = {"Divi īpatsvari", "Two proportions"},
    .estimates = {"divu grupu īpatsvaru atšķirību", "the difference of the shares of two groups"},
    .assumptions = {"rindas ir neatkarīgas", "rows are independent"},
    .formula = "p2 - p1, Newcombe's hybrid score interval; ratios with log intervals; chi_square "
               "without correction; fisher two-sided",
    .reference = "Newcombe (1998), Stat. Med. 17, 873; Agresti (2013)",
    .terms = "risk_difference, risk_ratio, odds_ratio, chi_square, fisher",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .headline = "risk_difference",
    .run = run,
};
