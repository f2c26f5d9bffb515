/* Distributions on top of GSL. `df` NaN or infinite means the normal distribution. */
#ifndef ANALYSIS_DISTRIBUTION_DISTRIBUTION_H
#define ANALYSIS_DISTRIBUTION_DISTRIBUTION_H

double distribution_t_quantile(double p, double df);
double distribution_t_two_sided(double statistic, double df);
double distribution_t_upper(double statistic, double df);
double distribution_normal_quantile(double p);
double distribution_normal_upper(double z);
double distribution_f_upper(double f, double df1, double df2);
double distribution_chisq_upper(double x, double df);

/* P(T ≤ t) of the noncentral t (quadrature over the χ density; relative error about 1e-12). */
double distribution_noncentral_t(double t, double df, double ncp);
/* The noncentrality whose P(T ≤ t) is `p`: the pivot of intervals of standardised differences. */
double distribution_noncentral_t_ncp(double t, double df, double p);

/* Exact null distributions of rank statistics without ties, P(V ≤ v). */
double distribution_signed_rank(double v, int n);
double distribution_rank_sum(double w, int m, int n);

/* Hedges' exact correction J(df) = Γ(df/2) / (√(df/2) Γ((df−1)/2)). */
double distribution_hedges_j(double df);

/* Intervals of a share x of n (n may be an effective size) and of a Poisson count. */
void distribution_wilson(double x, double n, double conf, double *low, double *high);
void distribution_clopper_pearson(double x, double n, double conf, double *low, double *high);
void distribution_poisson_exact(double count, double conf, double *low, double *high);

/* Limit at probability p of an observed share (binomial) or rate (Poisson) with denominator n when
 * the true one is theta, interpolated between the counts (Spiegelhalter 2005); may be below 0. */
double distribution_funnel_limit(double theta, double n, double p, int binomial);

#endif
