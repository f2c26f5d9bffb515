/* negative_binomial: how the mean count goes with the covariates when counts are more spread than
 * Poisson. Assumes the variance is m + m^2/theta; rows or clusters are independent. Reference:
 * Venables & Ripley (2002), MASS::glm.nb. METHODOLOGY.md: estimator-negative_binomial. */
#include "analysis/linear/glm.h"

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
    .options = GLM_OPTIONS,
    .noption = GLM_NOPTION,
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
