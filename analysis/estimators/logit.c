/* logit: how the odds of a property go with the covariates.
 * Assumes the log odds are linear; rows or clusters are independent. Reference:
 * McCullagh & Nelder (1989); Albert & Anderson (1984) on separation. METHODOLOGY.md:
 * estimator-logit. */
#include "analysis/linear/glm.h"

static bool run(const Frame *frame, const Spec *spec, Arena *arena, Diag *diag, EstimateList *out)
{
    return glm_run(GLM_LOGIT, frame, spec, arena, diag, out);
}

const Estimator estimator_logit = {
    .id = "logit",
    .title = {"Loģistiskā regresija", "Logistic regression"},
    .estimates = {"pazīmes izredžu sakaru ar paskaidrojošajām kolonnām",
                  "how the odds of a property go with the covariates"},
    .assumptions = {"logaritmētās izredzes ir lineāras", "the log odds are linear"},
    .formula =
        "log(p/(1-p)) = Xb by IRLS; hc1 = hc0 n/(n-k); cr2 on the working model; ame: delta method",
    .reference = "McCullagh & Nelder (1989); Albert & Anderson (1984) on separation",
    .terms = "coefficients, ame[x], deviance, aic",
    .options = GLM_OPTIONS,
    .noption = GLM_NOPTION,
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
