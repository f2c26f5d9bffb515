/* Generalised linear models with log scale (logit, Poisson, negative binomial) by iterated weighted
 * least squares, reported with any covariance of covariance.h on the working model. */
#ifndef ANALYSIS_LINEAR_GLM_H
#define ANALYSIS_LINEAR_GLM_H

#include "analysis/linear/covariance.h"
#include "analysis/linear/design.h"

typedef enum { GLM_LOGIT, GLM_POISSON, GLM_NEGATIVE_BINOMIAL } GlmFamily;

/* The run function of an estimator of this family: options y x weights offset cluster vcov
 * effects. */
bool glm_run(GlmFamily family, const Frame *frame, const Spec *spec, Arena *arena, Diag *diag,
             EstimateList *out);

/* Options of every model of this family. */
enum { GLM_NOPTION = 7 };
extern const Option GLM_OPTIONS[GLM_NOPTION];

#endif
