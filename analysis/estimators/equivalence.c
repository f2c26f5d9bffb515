/* equivalence: two one-sided tests that an effect lies inside ±margin.
 * Assumes the estimate over its error follows t with df. Reference: Schuirmann (1987); Lakens
 * (2017). METHODOLOGY.md: estimator-equivalence. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"estimate", OPTION_VALUE, true, NULL, {"novērtējums", "estimate"}, false},
    {"se", OPTION_VALUE, true, NULL, {"standartkļūda", "standard error"}, false},
    {"df", OPTION_VALUE, false, NULL, {"brīvības pakāpes", "degrees of freedom"}, false},
    {"margin", OPTION_VALUE, true, NULL, {"robeža", "margin"}, false},
};

static const char *name(Arena *arena, const char *term, int row, int nrow)
{
    return nrow > 1 ? arena_format(arena, "%s[%d]", term, row + 1) : term;
}

static void test_row(const Frame *frame, const Spec *spec, int i, int nrow, Arena *arena,
                     EstimateList *out)
{
    double estimate = spec_value(spec, frame, "estimate", i), se = spec_value(spec, frame, "se", i);
    double df = spec_value(spec, frame, "df", i), margin = spec_value(spec, frame, "margin", i);
    bool usable = se > 0.0 && margin > 0.0 && !isnan(estimate);
    const char *const terms[] = {"lower", "upper", "p"};
    double most = 0.0;
    for (int k = 0; k < COUNT(terms); k++) {
        Estimate *row = estimate_add(out, name(arena, terms[k], i, nrow));
        if (!usable) {
            estimate_note(out, row, se > 0.0 ? "margin must be above 0" : "zero variance");
            continue;
        }
        row->df = df;
        if (k < 2) {
            row->estimate = row->statistic = (estimate + (k ? -margin : margin)) / se;
            row->p = distribution_t_upper(k ? -row->statistic : row->statistic, df);
            most = fmax(most, row->p);
            continue;
        }
        double reach = distribution_t_quantile(spec->conf, df) * se;
        row->estimate = row->p = most;
        row->ci_low = estimate - reach;
        row->ci_high = estimate + reach;
        estimate_note(out, row, "interval with twice the error");
    }
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    int n = frame->nrow > 0 ? frame->nrow : 1;
    for (int i = 0; i < n; i++)
        test_row(frame, spec, i, n, arena, out);
    return true;
}

const Estimator estimator_equivalence = {
    .id = "equivalence",
    .title = {"Līdzvērtības pārbaude", "Equivalence test"},
    .estimates = {"vai ietekme droši ir mazāka par robežu",
                  "whether an effect is surely smaller than a margin"},
    .assumptions = {"novērtējums, dalīts ar kļūdu, seko t sadalījumam",
                    "the estimate over its error follows t"},
    .formula =
        "t_lower = (est + margin)/se, t_upper = (est - margin)/se; p = the larger one-sided p",
    .reference = "Schuirmann (1987); Lakens (2017)",
    .terms = "lower, upper, p (with [i] for several rows)",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .keep_order = true,
    .run = run,
};
