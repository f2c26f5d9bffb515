/* negative_binomial: how the mean count goes with the covariates when counts are more spread than
 * Poisson. Assumes the variance is m + m^2/theta; rows or clusters are independent. Reference:
 * Venables & Ripley (2002), MASS::glm.nb. METHODOLOGY.md: estimator-negative_binomial. */
#include "analysis/linear/glm.h"

static const Option OPTIONS[] = {
    {"y", OPTION_COLUMN, true, NULL, {"iznākums", "outcome"}, false},
    {"x", OPTION_COLUMNS, false, NULL, {"paskaidrojošās kolonnas", "covariates"}, false},
    {"weights", OPTION_COLUMN, false, NULL, {"varbūtības svari", "probability weights"}, false},
    {"offset", OPTION_COLUMN, false, NULL, {"nobīde log skalā", "offset on the log scale"}, false},
    {"cluster", OPTION_GROUP, false, NULL, {"kopas (klasteri)", "clusters"}, false},
    {"vcov",
     OPTION_CHOICE,
     false,
     "classical|hc0|hc1|hc2|hc3|cr0|cr1|cr2",
     {"dispersija; ar kopām cr2", "variance; cr2 with clusters"},
     false},
    {"effects",
     OPTION_CHOICE,
     false,
     "no|yes",
     {"vidējās robežietekmes", "average marginal effects"},
     false},
};

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    return glm_run(GLM_NEGATIVE_BINOMIAL, frame, spec, arena, diag, out);
}

const Estimator estimator_negative_binomial = {
    .id = "negative_binomial",
    .title = {"Negatīvā binomiālā regresija", "Negative binomial regression"},
    .estimates =
        {"vidējā skaita sakaru ar paskaidrojošajām kolonnām, ja skaiti izkliedēti vairāk nekā "
         "Puasona",
         "how the mean count goes with the covariates when counts are more spread than Poisson"},
    .assumptions = {"dispersija ir m + m^2/theta", "the variance is m + m^2/theta"},
    .formula = "log(mean) = Xb + offset; theta by maximum likelihood, in turn with b",
    .reference = "Venables & Ripley (2002), MASS::glm.nb",
    .terms = "coefficients, ame[x], theta, deviance, aic",
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
