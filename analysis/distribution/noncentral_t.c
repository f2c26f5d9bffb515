/* The noncentral t distribution: P(T ≤ t) = ∫ Φ(t s − ncp) f(s) ds with s = √(χ²/df), by composite
 * Gauss–Legendre quadrature; and its inversion in the noncentrality, by bisection. */
#include "analysis/distribution/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

enum { NPANEL = 24, NPOINT = 20 };

/* log density of √(χ²_df / df) */
static double log_density(double s, double df)
{
    return log(2.0) + (df / 2.0) * log(df / 2.0) - gsl_sf_lngamma(df / 2.0) + (df - 1.0) * log(s) -
           df * s * s / 2.0;
}

double distribution_noncentral_t(double t, double df, double ncp)
{
    double low = sqrt(gsl_cdf_chisq_Pinv(1e-18, df) / df);
    double high = sqrt(gsl_cdf_chisq_Qinv(1e-18, df) / df);
    if (!isfinite(low))
        low = 0.0;
    if (!isfinite(high))
        high = 1.0 + 12.0 / sqrt(df);
    gsl_integration_glfixed_table *table = gsl_integration_glfixed_table_alloc(NPOINT);
    if (!table)
        return NAN;
    double sum = 0.0, width = (high - low) / NPANEL;
    for (int panel = 0; panel < NPANEL; panel++)
        for (size_t i = 0; i < NPOINT; i++) {
            double s, weight;
            gsl_integration_glfixed_point(low + panel * width, low + (panel + 1) * width, i, &s,
                                          &weight, table);
            sum += weight * gsl_cdf_ugaussian_P(t * s - ncp) * exp(log_density(s, df));
        }
    gsl_integration_glfixed_table_free(table);
    return sum;
}

double distribution_noncentral_t_ncp(double t, double df, double p)
{
    double span = 10.0 + fabs(t), low = t - span, high = t + span;
    for (int i = 0; i < 60 && distribution_noncentral_t(t, df, low) < p; i++)
        low -= span;
    for (int i = 0; i < 60 && distribution_noncentral_t(t, df, high) > p; i++)
        high += span;
    for (int i = 0; i < 200 && high - low > 1e-15 * (1.0 + fabs(low)); i++) {
        double middle = (low + high) / 2.0;
        if (middle <= low || middle >= high)
            break;
        if (distribution_noncentral_t(t, df, middle) > p) /* falls as ncp grows */
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2.0;
}
