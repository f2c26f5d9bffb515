/* Distributions that GSL has, under one convention for infinite degrees of freedom. */
#include "analysis/distribution/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

static int is_normal(double df)
{
    return isnan(df) || isinf(df);
}

double distribution_t_quantile(double p, double df)
{
    return is_normal(df) ? gsl_cdf_ugaussian_Pinv(p) : gsl_cdf_tdist_Pinv(p, df);
}

double distribution_t_upper(double statistic, double df)
{
    return is_normal(df) ? gsl_cdf_ugaussian_Q(statistic) : gsl_cdf_tdist_Q(statistic, df);
}

double distribution_t_two_sided(double statistic, double df)
{
    if (isnan(statistic))
        return NAN;
    double p = 2.0 * distribution_t_upper(fabs(statistic), df);
    return p < 1.0 ? p : 1.0;
}

double distribution_normal_quantile(double p)
{
    return gsl_cdf_ugaussian_Pinv(p);
}

double distribution_normal_upper(double z)
{
    return gsl_cdf_ugaussian_Q(z);
}

double distribution_f_upper(double f, double df1, double df2)
{
    return isnan(f) ? NAN : gsl_cdf_fdist_Q(f, df1, df2);
}

double distribution_chisq_upper(double x, double df)
{
    return isnan(x) ? NAN : gsl_cdf_chisq_Q(x, df);
}

double distribution_hedges_j(double df)
{
    return exp(gsl_sf_lngamma(df / 2.0) - gsl_sf_lngamma((df - 1.0) / 2.0)) / sqrt(df / 2.0);
}
