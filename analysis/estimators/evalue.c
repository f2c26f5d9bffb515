/* evalue: how strong an unmeasured common cause must be to explain a risk ratio away.
 * Reference: VanderWeele and Ding (2017), Annals of Internal Medicine 167. METHODOLOGY.md:
 * estimator-evalue. */
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"rr", OPTION_VALUE, true, NULL, {"riska attiecība", "risk ratio"}, false},
    {"low", OPTION_VALUE, false, NULL, {"intervāla apakša", "lower limit"}, false},
    {"high", OPTION_VALUE, false, NULL, {"intervāla augša", "upper limit"}, false},
};

static double evalue(double ratio)
{
    double r = ratio < 1.0 ? 1.0 / ratio : ratio;
    return r + sqrt(r * (r - 1.0));
}

static void add_values(const Frame *frame, const Spec *spec, int i, int nrow, Arena *arena,
                       EstimateList *out)
{
    double rr = spec_value(spec, frame, "rr", i), low = spec_value(spec, frame, "low", i);
    double high = spec_value(spec, frame, "high", i), limit = rr >= 1.0 ? low : high;
    Estimate *row =
        estimate_add(out, nrow > 1 ? arena_format(arena, "evalue[%d]", i + 1) : "evalue");
    if (rr > 0.0)
        row->estimate = evalue(rr);
    else
        estimate_note(out, row, "ratio must be above 0");
    row = estimate_add(out, nrow > 1 ? arena_format(arena, "evalue_ci[%d]", i + 1) : "evalue_ci");
    if (isnan(limit) || !(rr > 0.0))
        estimate_note(out, row, "no interval");
    else /* an interval that holds 1 needs no common cause */
        row->estimate = (rr >= 1.0 ? limit <= 1.0 : limit >= 1.0) ? 1.0 : evalue(limit);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)diag;
    int n = frame->nrow > 0 ? frame->nrow : 1;
    for (int i = 0; i < n; i++)
        add_values(frame, spec, i, n, arena, out);
    return true;
}

const Estimator estimator_evalue = {
    .id = "evalue",
    .title = {"E vērtība", "E-value"},
    .estimates = {"cik stipram jābūt neizmērītam cēlonim, lai tas izskaidrotu visu sakaru",
                  "how strong an unmeasured common cause must be to explain the association"},
    .assumptions = {"attiecība ir riska attiecība vai tai tuva",
                    "the ratio is a risk ratio or near one"},
    .formula = "RR + sqrt(RR (RR - 1)), 1/RR below 1; evalue_ci for the limit nearer to 1",
    .reference = "VanderWeele & Ding (2017), Ann. Int. Med. 167",
    .terms = "evalue, evalue_ci",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .keep_order = true,
    .run = run,
};
