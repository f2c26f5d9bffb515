/* reliability: how well the items of a scale measure one thing.
 * Assumes independent respondents; alpha also equal loadings, omega one factor.
 * Reference: Feldt (1965); McDonald (1999); omega as in lavaan. METHODOLOGY.md:
 * estimator-reliability. */
#include "analysis/estimator.h"
#include "analysis/one_factor.h"
#include "core/text.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

static const Option OPTIONS[] = {
    {"items", OPTION_NUMERICS, true, NULL, {"skalas jautājumi", "items of the scale"}, false},
    {"reversed", OPTION_TEXT, false, NULL, {"apgrieztie jautājumi", "reversed items"}, false},
    {"min", OPTION_NUMBER, false, NULL, {"mazākā atbilde", "lowest answer"}, false},
    {"max", OPTION_NUMBER, false, NULL, {"lielākā atbilde", "highest answer"}, false},
};

typedef struct {
    int n, k;
    const char **name;
    double *x;          /* k × n, item by item, reversed ones turned */
    double *covariance; /* k × k */
} Items;

static int find_item(const Items *items, const char *name)
{
    for (int i = 0; i < items->k; i++)
        if (!strcmp(items->name[i], name))
            return i;
    return -1;
}

static bool reverse_items(Items *items, const Spec *spec, Arena *arena, Diag *diag)
{
    const char *list = spec_text(spec, "reversed"), **names;
    int n = list ? text_split(arena, list, ',', &names) : 0;
    double low = spec_number(spec, "min"), high = spec_number(spec, "max");
    if (n > 0 && (isnan(low) || isnan(high)))
        return diag_fail(diag, spec->places.first, MSG_ESTIMATE_REQUIRED, spec->estimator->id,
                         isnan(low) ? "min" : "max");
    for (int i = 0; i < n; i++) {
        int item = find_item(items, names[i]);
        const char *near = item < 0 ? text_nearest(arena, names[i], items->name, items->k) : NULL;
        if (item < 0)
            return diag_fail(diag, spec->places.first, MSG_ESTIMATE_COLUMN, names[i],
                             near ? near : "–");
        for (int row = 0; row < items->n; row++)
            items->x[item * items->n + row] = low + high - items->x[item * items->n + row];
    }
    return true;
}

static void find_covariance(Items *items, Arena *arena)
{
    int n = items->n, k = items->k;
    items->covariance = arena_new(arena, double, k *k + 1);
    double *centred = arena_alloc(arena, sizeof(double), (size_t)n * (size_t)k + 1);
    for (int i = 0; i < k; i++) {
        double sum = 0.0;
        for (int row = 0; row < n; row++)
            sum += items->x[i * n + row];
        for (int row = 0; row < n; row++)
            centred[i * n + row] = items->x[i * n + row] - sum / n;
    }
    for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++) {
            double sum = 0.0;
            for (int row = 0; row < n; row++)
                sum += centred[i * n + row] * centred[j * n + row];
            items->covariance[i * k + j] = sum / (n - 1.0);
        }
}

/* Alpha of the items but `without` (−1: of all). */
static double alpha_of(const Items *items, int without)
{
    double own = 0.0, all = 0.0, k = items->k - (without >= 0);
    for (int i = 0; i < items->k; i++)
        for (int j = 0; j < items->k; j++) {
            if (i == without || j == without)
                continue;
            all += items->covariance[i * items->k + j];
            own += i == j ? items->covariance[i * items->k + j] : 0.0;
        }
    return k > 1 && all > 0.0 ? k / (k - 1.0) * (1.0 - own / all) : NAN;
}

static double item_rest(const Items *items, int item)
{
    double with = 0.0, rest = 0.0, own = items->covariance[item * items->k + item];
    for (int i = 0; i < items->k; i++)
        for (int j = 0; j < items->k; j++)
            if (i != item && j != item)
                rest += items->covariance[i * items->k + j];
            else if (i == item && j != item)
                with += items->covariance[i * items->k + j];
    return own > 0.0 && rest > 0.0 ? with / sqrt(own * rest) : NAN;
}

static Estimate *add_row(EstimateList *out, const Items *items, const char *term, double value)
{
    Estimate *row = estimate_add(out, term);
    row->n = items->n;
    row->estimate = value;
    if (isnan(value))
        estimate_note(out, row, items->n < 2 ? "n<2" : items->k < 2 ? "items<2" : "zero variance");
    return row;
}

static void add_alpha(const Items *items, double conf, EstimateList *out)
{
    double alpha = items->n > 1 ? alpha_of(items, -1) : NAN, tail = (1.0 - conf) / 2.0;
    Estimate *row = add_row(out, items, "alpha", alpha);
    bool negative = false;
    for (int i = 0; i < items->k && items->n > 1; i++)
        negative |= item_rest(items, i) < 0.0;
    if (negative)
        estimate_note(out, row, "negative item-rest correlation");
    if (isnan(alpha))
        return;
    double df1 = items->n - 1.0, df2 = df1 * (items->k - 1.0);
    row->df = df1;
    row->ci_low = 1.0 - (1.0 - alpha) * gsl_cdf_fdist_Qinv(tail, df1, df2);
    row->ci_high = 1.0 - (1.0 - alpha) * gsl_cdf_fdist_Pinv(tail, df1, df2);
}

static double standardised(const Items *items)
{
    double sum = 0.0, k = items->k;
    for (int i = 0; i < items->k; i++)
        for (int j = 0; j < items->k; j++)
            if (i != j)
                sum +=
                    items->covariance[i * items->k + j] /
                    sqrt(items->covariance[i * items->k + i] * items->covariance[j * items->k + j]);
    double mean = sum / (k * (k - 1.0));
    return k * mean / (1.0 + (k - 1.0) * mean);
}

static void add_omega(const Items *items, bool usable, Arena *arena, EstimateList *out)
{
    Estimate *row = estimate_add(out, "omega");
    row->n = items->n;
    if (!usable || items->k < 3) {
        estimate_note(out, row, usable ? "items<3" : "zero variance");
        return;
    }
    double *loading = arena_new(arena, double, items->k),
           *unique = arena_new(arena, double, items->k);
    double sum = 0.0, rest = 0.0;
    bool heywood = false;
    if (!one_factor_fit(items->covariance, items->k, arena, loading, unique)) {
        estimate_note(out, row, "not converged");
        return;
    }
    for (int i = 0; i < items->k; i++) {
        sum += loading[i];
        rest += unique[i];
        heywood |= unique[i] < 0.0;
    }
    row->estimate = sum * sum / (sum * sum + rest);
    if (heywood)
        estimate_note(out, row, "negative unique variance");
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column **columns;
    Items items = {.n = frame->nrow, .k = spec_columns(spec, frame, "items", arena, &columns)};
    items.name = arena_new(arena, const char *, items.k + 1);
    items.x = arena_alloc(arena, sizeof(double), (size_t)items.n * (size_t)items.k + 1);
    for (int i = 0; i < items.k; i++) {
        items.name[i] = columns[i]->name;
        memcpy(items.x + i * items.n, columns[i]->x, sizeof(double) * (size_t)items.n);
    }
    if (!reverse_items(&items, spec, arena, diag))
        return false;
    if (items.n > 1)
        find_covariance(&items, arena);
    bool usable = items.n > 1 && items.k > 1;
    for (int i = 0; i < items.k && usable; i++)
        usable = items.covariance[i * items.k + i] > 0.0;
    add_alpha(&items, spec->conf, out);
    add_row(out, &items, "alpha_standardised", usable ? standardised(&items) : NAN);
    add_omega(&items, usable, arena, out);
    for (int i = 0; i < items.k; i++) {
        double r = items.n > 1 ? item_rest(&items, i) : NAN;
        Estimate *row =
            add_row(out, &items, arena_format(arena, "item_rest[%s]", items.name[i]), r);
        if (r < 0.0)
            estimate_note(out, row, "negative item-rest correlation");
    }
    for (int i = 0; i < items.k; i++)
        add_row(out, &items, arena_format(arena, "alpha_dropped[%s]", items.name[i]),
                items.n > 1 ? alpha_of(&items, i) : NAN);
    return true;
}

const Estimator estimator_reliability = {
    .id = "reliability",
    .title = {"Skalas ticamība", "Reliability of a scale"},
    .estimates = {"cik saskanīgi jautājumi mēra vienu īpašību",
                  "how consistently items measure one thing"},
    .assumptions = {"respondenti ir neatkarīgi; alfai – vienādas slodzes, omegai – viens faktors",
                    "independent respondents; equal loadings for alpha, one factor for omega"},
    .formula = "alpha = k/(k-1) (1 - sum var_i / var_total), Feldt interval; omega = (sum l)^2 / "
               "((sum l)^2 + sum theta)",
    .reference = "Cronbach (1951); Feldt (1965); McDonald (1999)",
    .terms = "alpha, alpha_standardised, omega, item_rest[item], alpha_dropped[item]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
