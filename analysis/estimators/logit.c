/* logit: how the odds of a property go with the covariates.
 * Assumes the log odds are linear; rows or clusters are independent. Reference:
 * McCullagh & Nelder (1989); Albert & Anderson (1984) on separation. METHODOLOGY.md:
 * estimator-logit. */
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
    .options = OPTIONS,
    .noption = COUNT(OPTIONS),
    .design = DESIGN_ASSOCIATION,
    .run = run,
};
