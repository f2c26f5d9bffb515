/* standardise: rates as they would be with one common structure of age and sex.
 * Reference: Fay and Feuer (1997), Statistics in Medicine 16. METHODOLOGY.md:
 * estimator-standardise. */
#include "analysis/statistic.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const Option OPTIONS[] = {
    {"events", OPTION_COLUMN, true, NULL, {"notikumi", "events"}, false},
    {"denominator", OPTION_COLUMN, true, NULL, {"saucējs", "denominator"}, false},
    {"stratum", OPTION_GROUP, true, NULL, {"slānis", "stratum"}, false},
    {"unit", OPTION_GROUP, true, NULL, {"vienība", "unit"}, false},
    {"reference_weights",
     OPTION_COLUMN,
     true,
     NULL,
     {"kopējās struktūras svari", "weights of the reference"},
     false},
    {"per", OPTION_NUMBER, false, "1", {"uz cik", "per"}, false},
};

typedef struct {
    double rate, variance, most, events;
    int n;
    bool lacking; /* a stratum of the unit has no denominator */
} Sum;

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    const Column *events = spec_column(spec, frame, "events"),
                 *denominator = spec_column(spec, frame, "denominator");
    const Column *unit = spec_column(spec, frame, "unit"),
                 *stratum = spec_column(spec, frame, "stratum");
    const Column *reference = spec_column(spec, frame, "reference_weights");
    double per = spec_number(spec, "per"), tail = (1.0 - spec->conf) / 2.0, total = 0.0;
    if (!column_check_range(frame, events, 0.0, INFINITY, "≥ 0", diag) ||
        !column_check_range(frame, denominator, 0.0, INFINITY, "≥ 0", diag))
        return false;
    double *share = arena_new(arena, double, stratum->nlevel + 1);
    Sum *sums = arena_new(arena, Sum, unit->nlevel + 1);
    for (int i = 0; i < frame->nrow; i++)
        share[(int)stratum->x[i]] = reference->x[i];
    for (int s = 0; s < stratum->nlevel; s++)
        total += share[s];
    for (int i = 0; i < frame->nrow; i++) {
        Sum *sum = &sums[(int)unit->x[i]];
        double weight = share[(int)stratum->x[i]] / total / denominator->x[i];
        sum->lacking |= !(denominator->x[i] > 0.0);
        sum->rate += weight * events->x[i];
        sum->variance += weight * weight * events->x[i];
        sum->most = fmax(sum->most, weight);
        sum->n++;
    }
    for (int u = 0; u < unit->nlevel; u++) {
        const Sum *sum = &sums[u];
        Estimate *row = estimate_addf(out, "dsr[%s]", unit->level[u]);
        row->n = sum->n;
        if (sum->lacking || sum->n < stratum->nlevel) {
            estimate_note(out, row, "empty stratum");
            continue;
        }
        double upper = sum->variance + sum->most * sum->most, centre = sum->rate + sum->most;
        row->estimate = per * sum->rate;
        row->se = per * sqrt(sum->variance);
        row->ci_low =
            sum->rate > 0.0
                ? per * sum->variance / (2.0 * sum->rate) *
                      gsl_cdf_chisq_Pinv(tail, 2.0 * sum->rate * sum->rate / sum->variance)
                : 0.0;
        row->ci_high =
            per * upper / (2.0 * centre) * gsl_cdf_chisq_Qinv(tail, 2.0 * centre * centre / upper);
    }
    return true;
}

const Estimator estimator_standardise = {
    .id = "standardise",
    .title = {"Standartizēti rādītāji", "Standardised rates"},
    .estimates = {"rādītāju, kāds tas būtu ar vienotu vecuma un dzimuma struktūru",
                  "the rate with one common structure"},
    .assumptions = {"notikumi seko Puasona sadalījumam", "events are Poisson"},
    .formula = "sum w e/d; Fay-Feuer gamma interval",
    .reference = "Fay & Feuer (1997), Stat. Med. 16",
    .terms = "dsr[unit]",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .run = run,
};
