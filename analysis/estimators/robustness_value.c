/* robustness_value: how much of the residual variance of both treatment and outcome a hidden common
 * cause must explain to take the estimate (or its significance) away.
 * Reference: Cinelli and Hazlett (2020), JRSS-B 82. METHODOLOGY.md: estimator-robustness_value. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"statistic", OPTION_VALUE, true, NULL, {"t statistika", "t statistic"}, false},
    {"df", OPTION_VALUE, true, NULL, {"brīvības pakāpes", "degrees of freedom"}, false},
    {"q", OPTION_VALUE, false, "1", {"daļa, kas jāatņem", "share to be taken away"}, false},
};

static double robustness(double f)
{
    return f <= 0.0 ? 0.0 : 0.5 * (sqrt(f * f * f * f + 4.0 * f * f) - f * f);
}

static Estimate *add(EstimateList *out, const char *term, int i, int nrow, Arena *arena)
{
    return estimate_add(out, nrow > 1 ? arena_format(arena, "%s[%d]", term, i + 1) : term);
}

static void add_values(const Frame *frame, const Spec *spec, int i, int nrow, Arena *arena,
                       EstimateList *out)
{
    double t = fabs(spec_value(spec, frame, "statistic", i)), df = spec_value(spec, frame, "df", i);
    double q = spec_value(spec, frame, "q", i), f = q * t / sqrt(df);
    Estimate *row = add(out, "robustness_value", i, nrow, arena), *alpha, *share;
    row->df = df;
    alpha = add(out, "robustness_value_alpha", i, nrow, arena);
    share = add(out, "partial_r2", i, nrow, arena);
    row = &out->items[out->count - 3];
    alpha = &out->items[out->count - 2];
    if (!(df > 1.0) || isnan(t)) {
        estimate_note(out, row, "df<2");
        estimate_note(out, alpha, "df<2");
        estimate_note(out, share, "df<2");
        return;
    }
    row->estimate = robustness(f);
    share->estimate = t * t / (t * t + df);
    double critical = distribution_t_quantile(0.5 + spec->conf / 2.0, df - 1.0) / sqrt(df - 1.0),
           left = f - critical;
    alpha->estimate = left > 0.0 && f > 1.0 / critical
                          ? (f * f - critical * critical) / (1.0 + f * f)
                          : robustness(left);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    int n = frame->nrow > 0 ? frame->nrow : 1;
    for (int i = 0; i < n; i++)
        add_values(frame, spec, i, n, arena, out);
    return true;
}

const Estimator estimator_robustness_value = {
    .id = "robustness_value",
    .title = {"Noturības vērtība", "Robustness value"},
    .estimates = {"cik lielai jābūt slēptai neobjektivitātei, lai novērtējums zustu",
                  "how large a hidden bias must be for the estimate to vanish"},
    .assumptions = {"lineāra regresija", "a linear regression"},
    .formula =
        "f = q|t|/sqrt(df); RV = (sqrt(f^4 + 4f^2) - f^2)/2; alpha: f less t*_{df-1}/sqrt(df-1)",
    .reference = "Cinelli & Hazlett (2020), JRSS-B 82(1)",
    .terms = "robustness_value, robustness_value_alpha, partial_r2",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .keep_order = true,
    .run = run,
};
