/* The options that logit, poisson and negative_binomial share. */
#include "analysis/linear/glm.h"

const Option GLM_OPTIONS[GLM_NOPTION] = {
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
