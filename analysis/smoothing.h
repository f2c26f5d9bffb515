/* Exponential smoothing with additive errors (Hyndman and others 2008). */
#ifndef ANALYSIS_SMOOTHING_H
#define ANALYSIS_SMOOTHING_H

#include "core/arena.h"

typedef enum { SMOOTHING_LEVEL, SMOOTHING_TREND, SMOOTHING_DAMPED } SmoothingKind;

typedef struct {
    SmoothingKind kind;
    double alpha, beta, phi, level, trend; /* at the end of the series */
    double variance, aicc;
} Smoothing;

/* Maximum likelihood over the smoothing parameters and the first states. */
bool smoothing_fit(SmoothingKind kind, const double *y, int n, Arena *arena, Smoothing *fit);
void smoothing_forecast(const Smoothing *fit, int horizon, double *mean, double *se);

#endif
