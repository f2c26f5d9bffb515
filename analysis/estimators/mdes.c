/* mdes: the smallest effect a design would notice, for two levels (persons in communities) or from
 * a standard error. Reference: Bloom (2006); Dong and Maynard (2013). METHODOLOGY.md:
 * estimator-mdes. */
#include "analysis/distribution/distribution.h"
#include "analysis/statistic.h"

#include <math.h>

static const Option OPTIONS[] = {
    {"clusters", OPTION_NUMBER, false, NULL, {"kopienu skaits", "number of communities"}, false},
    {"n", OPTION_NUMBER, false, NULL, {"cilvēki kopienā", "persons in a community"}, false},
    {"icc",
     OPTION_NUMBER,
     false,
     NULL,
     {"kopienas iekšējā korelācija", "intraclass correlation"},
     false},
    {"power", OPTION_NUMBER, false, "0.8", {"jauda", "power"}, false},
    {"alpha", OPTION_NUMBER, false, "0.05", {"kļūdas līmenis", "level"}, false},
    {"share", OPTION_NUMBER, false, "0.5", {"atbalstīto daļa", "share treated"}, false},
    {"r2_1", OPTION_NUMBER, false, "0", {"R2 cilvēku līmenī", "R2 of persons"}, false},
    {"r2_2", OPTION_NUMBER, false, "0", {"R2 kopienu līmenī", "R2 of communities"}, false},
    {"g",
     OPTION_NUMBER,
     false,
     "0",
     {"kopienu kovariātu skaits", "covariates of communities"},
     false},
    {"se", OPTION_VALUE, false, NULL, {"standartkļūda", "standard error"}, false},
    {"df", OPTION_VALUE, false, NULL, {"brīvības pakāpes", "degrees of freedom"}, false},
};

static double multiplier(double alpha, double power, double df)
{
    return distribution_t_quantile(1.0 - alpha / 2.0, df) + distribution_t_quantile(power, df);
}

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    (void)arena;
    double alpha = spec_number(spec, "alpha"), power = spec_number(spec, "power");
    double se = spec_value(spec, frame, "se", 0), df = spec_value(spec, frame, "df", 0);
    bool designed = spec_text(spec, "clusters") || spec_text(spec, "n") || spec_text(spec, "icc");
    static const char *const NEEDED[] = {"clusters", "n", "icc"};
    for (int i = 0; i < COUNT(NEEDED) && (designed || isnan(se)); i++)
        if (!spec_text(spec, NEEDED[i]))
            return diag_fail(diag, spec->places.first, MSG_ESTIMATE_REQUIRED, spec->estimator->id,
                             NEEDED[i]);
    Estimate *row = estimate_add(out, "mdes");
    if (!designed) {
        row->df = df;
        row->estimate = se > 0.0 ? multiplier(alpha, power, df) * se : NAN;
        if (!(se > 0.0))
            estimate_note(out, row, "zero variance");
        return true;
    }
    double clusters = spec_number(spec, "clusters"), n = spec_number(spec, "n"),
           icc = spec_number(spec, "icc");
    double share = spec_number(spec, "share"), spread = share * (1.0 - share) * clusters;
    row->df = clusters - spec_number(spec, "g") - 2.0;
    row->n_clusters = (int)clusters;
    if (row->df < 1.0 || !(spread > 0.0) || !(n >= 1.0))
        estimate_note(out, row, "clusters too few");
    else
        row->estimate = multiplier(alpha, power, row->df) *
                        sqrt(icc * (1.0 - spec_number(spec, "r2_2")) / spread +
                             (1.0 - icc) * (1.0 - spec_number(spec, "r2_1")) / (spread * n));
    estimate_add(out, "deff")->estimate = 1.0 + (n - 1.0) * icc;
    return true;
}

const Estimator estimator_mdes = {
    .id = "mdes",
    .title = {"Mazākā pamanāmā ietekme", "Minimum detectable effect"},
    .estimates = {"mazāko ietekmi, ko šāds pētījums ar doto jaudu pamanītu",
                  "the smallest effect that such a study would notice with the given power"},
    .assumptions = {"vienāda lieluma kopienas", "communities of equal size"},
    .formula = "(t_{1-a/2,df} + t_{power,df}) sqrt(icc(1-R2_2)/(P(1-P)J) + "
               "(1-icc)(1-R2_1)/(P(1-P)Jn)), df = J-g-2; deff = 1 + (n-1) icc",
    .reference = "Bloom (2006); Dong & Maynard (2013)",
    .terms = "mdes, deff",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .keep_order = true,
    .run = run,
};
