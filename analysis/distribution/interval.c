/* Intervals of shares and counts, and control limits of funnel plots. */
#include "analysis/distribution/distribution.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

void distribution_wilson(double x, double n, double conf, double *low, double *high)
{
    double z = gsl_cdf_ugaussian_Pinv(0.5 + conf / 2.0), p = x / n, z2 = z * z;
    double centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    double reach = z * sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n)) / (1.0 + z2 / n);
    *low = fmax(0.0, centre - reach);
    *high = fmin(1.0, centre + reach);
}

void distribution_clopper_pearson(double x, double n, double conf, double *low, double *high)
{
    double tail = (1.0 - conf) / 2.0;
    *low = x > 0.0 ? gsl_cdf_beta_Pinv(tail, x, n - x + 1.0) : 0.0;
    *high = x < n ? gsl_cdf_beta_Qinv(tail, x + 1.0, n - x) : 1.0;
}

void distribution_poisson_exact(double count, double conf, double *low, double *high)
{
    double tail = (1.0 - conf) / 2.0;
    *low = count > 0.0 ? gsl_cdf_gamma_Pinv(tail, count, 1.0) : 0.0;
    *high = gsl_cdf_gamma_Qinv(tail, count + 1.0, 1.0);
}

static double cumulative(double count, double theta, double n, int binomial)
{
    if (count < 0.0)
        return 0.0;
    if (!binomial)
        return gsl_cdf_gamma_Q(theta * n, count + 1.0, 1.0);
    return count >= n ? 1.0 : gsl_cdf_beta_Q(theta, count + 1.0, n - count);
}

double distribution_funnel_limit(double theta, double n, double p, int binomial)
{
    double low = -1.0, high = binomial ? ceil(n) : ceil(theta * n + 20.0 * sqrt(theta * n) + 50.0);
    while (high - low > 1.0) { /* smallest count with P(R ≤ count) > p */
        double middle = floor((low + high) / 2.0);
        if (cumulative(middle, theta, n, binomial) > p)
            high = middle;
        else
            low = middle;
    }
    double at = cumulative(high, theta, n, binomial),
           below = cumulative(high - 1.0, theta, n, binomial);
    return (high - (at - p) / (at - below)) / n;
}
