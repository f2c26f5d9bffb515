/* funnel: control limits of units around the overall share or rate, and overdispersion.
 * Reference: Spiegelhalter (2005), Statistics in Medicine 24. METHODOLOGY.md: estimator-funnel. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"numerator", OPTION_COLUMN, true, NULL, {"skaitītājs", "numerator"}, false},
    {"denominator", OPTION_COLUMN, true, NULL, {"saucējs", "denominator"}, false},
    {"unit", OPTION_GROUP, true, NULL, {"vienība", "unit"}, false},
    {"kind", OPTION_CHOICE, false, "binomial|poisson", {"sadalījums", "distribution"}, false},
};

/* 10 % of the scores at each end are pulled in to the 10th and 90th percentile. */
static double overdispersion(const double *z, int n, Arena *arena)
{
    double *sorted = arena_new(arena, double, n + 1), sum = 0.0;
    for (int i = 0; i < n; i++)
        sorted[i] = z[i];
    statistic_sort(sorted, n);
    double low = statistic_quantile(sorted, n, 0.1), high = statistic_quantile(sorted, n, 0.9);
    for (int i = 0; i < n; i++) {
        double value = fmin(high, fmax(low, z[i]));
        sum += value * value;
    }
    return sum / n;
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    static const double LIMITS[] = {0.001, 0.025, 0.975, 0.999};
    const Column *numerator = spec_column(spec, frame, "numerator"),
                 *denominator = spec_column(spec, frame, "denominator");
    const Column *unit = spec_column(spec, frame, "unit");
    int n = frame->nrow, binomial = spec_is(spec, "kind", "binomial");
    double events = 0.0, base = 0.0, weights = 0.0, squares = 0.0;
    double *z = arena_new(arena, double, n + 1);
    if (!column_check_range(frame, denominator, 1e-300, INFINITY, "> 0", diag) ||
        !column_check_range(frame, numerator, 0.0, INFINITY, "≥ 0", diag))
        return false;
    for (int i = 0; i < n; i++) {
        events += numerator->x[i];
        base += denominator->x[i];
    }
    double theta = events / base;
    Estimate *row = statistic_row(out, "expected", n);
    row->estimate = theta;
    bool usable = theta > 0.0 && !(binomial && theta >= 1.0);
    if (!usable)
        estimate_note(out, row, "zero variance");
    for (int i = 0; i < n && usable; i++) {
        double variance = (binomial ? theta * (1.0 - theta) : theta) / denominator->x[i];
        z[i] = (numerator->x[i] / denominator->x[i] - theta) / sqrt(variance);
        weights += 1.0 / variance;
        squares += 1.0 / variance / variance;
    }
    for (int i = 0; i < n && usable; i++)
        for (int k = 0; k < COUNT(LIMITS); k++)
            estimate_addf(out, "limit[%s,%.15g]", unit->level[(int)unit->x[i]], LIMITS[k])
                ->estimate =
                distribution_funnel_limit(theta, denominator->x[i], LIMITS[k], binomial);
    for (int i = 0; i < n && usable; i++) {
        row = estimate_addf(out, "z[%s]", unit->level[(int)unit->x[i]]);
        row->estimate = row->statistic = z[i];
        row->p = distribution_t_two_sided(z[i], NAN);
    }
    double phi = usable && n > 1 ? overdispersion(z, n, arena) : NAN;
    row = statistic_row(out, "phi", n);
    row->estimate = phi;
    if (isnan(phi))
        estimate_note(out, row, "units<2");
    row = statistic_row(out, "tau2", n);
    if (!isnan(phi))
        row->estimate = fmax(0.0, (n * phi - (n - 1.0)) / (weights - squares / weights));
    else
        estimate_note(out, row, "units<2");
    return true;
}

const Estimator estimator_funnel = {
    .id = "funnel",
    .title = {"Piltuves robežas", "Funnel limits"},
    .estimates = {"kuras vienības atšķiras vairāk, nekā gaidāms nejauši",
                  "which units differ by more than chance"},
    .assumptions = {"binomiāls vai Puasona sadalījums; pārdispersiju rāda phi un tau2",
                    "binomial or Poisson; phi and tau2 show overdispersion"},
    .formula = "limit: (r_p - (F(r_p) - p)/(F(r_p) - F(r_p - 1)))/n; z = (y - "
               "theta)/sqrt(theta(1-theta)/n); phi = mean of squared winsorised z",
    .reference = "Spiegelhalter (2005), Stat. Med. 24",
    .terms = "expected, limit[unit,p], z[unit], phi, tau2",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
