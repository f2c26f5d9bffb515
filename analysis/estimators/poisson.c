/* poisson: how the mean count goes with the covariates.
 * Assumes the mean is log-linear; for the classical variance also Poisson; rows or clusters are
 * independent. Reference: McCullagh & Nelder (1989). METHODOLOGY.md: estimator-poisson. */
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
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
