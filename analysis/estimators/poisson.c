/* poisson: how the mean count goes with the covariates.
 * Assumes the mean is log-linear; for the classical variance also Poisson; rows or clusters are
 * independent. Reference: McCullagh & Nelder (1989). METHODOLOGY.md: estimator-poisson. */
#include "analysis/linear/glm.h"

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    return glm_run(GLM_POISSON, frame, spec, arena, diag, out);
}

const Estimator estimator_poisson = {
    .id = "poisson",
    .title = {"Puasona regresija", "Poisson regression"},
    .estimates = {"vidējā skaita sakaru ar paskaidrojošajām kolonnām",
                  "how the mean count goes with the covariates"},
    .assumptions =
        {"vidējais skaits ir log-lineārs; klasiskajai dispersijai – arī Puasona sadalījums",
         "the mean is log-linear; for the classical variance also Poisson"},
    .formula = "log(mean) = Xb + offset by IRLS",
    .reference = "McCullagh & Nelder (1989)",
    .terms = "coefficients, ame[x], deviance, aic",
    .options = GLM_OPTIONS,
    .noption = GLM_NOPTION,
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
