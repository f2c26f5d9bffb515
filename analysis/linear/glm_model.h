/* A generalised linear model as glm.c fits it, shared with glm_effects.c. */
#ifndef ANALYSIS_LINEAR_GLM_MODEL_H
#define ANALYSIS_LINEAR_GLM_MODEL_H

#include "analysis/linear/glm.h"

typedef struct {
    GlmFamily family;
    int n, p;
    const Design *design;
    const double *y, *weight, *offset;
    double *eta, *mu, *working, *response; /* IRLS weights and responses less the offset */
    double *beta;
    double theta, theta_se; /* negative binomial */
    const char *note;       /* why there is no fit */
    Fit fit;                /* of the scaled working model at the end */
    Problem scaled;
    Covariance covariance;
    bool has_covariance;
    int nclusters;
    const char *caution;
} GlmModel;

/* The mean for a linear predictor, and dμ/dη for a mean. */
double glm_mean(GlmFamily family, double eta);
double glm_slope(GlmFamily family, double mu);
/* A new row with n, clusters and the model's note. */
Estimate *glm_row(const GlmModel *m, const char *term, EstimateList *out);
/* Rows ame[term]: average marginal effects. */
void glm_effects(const GlmModel *m, const Frame *frame, double conf, Arena *arena,
                 EstimateList *out);

#endif
