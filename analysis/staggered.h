/* Group-time effects of Callaway and Sant'Anna (2021) with their influence functions, and weighted
 * averages of them. Used by the estimator staggered_did. */
#ifndef ANALYSIS_STAGGERED_H
#define ANALYSIS_STAGGERED_H

#include "analysis/doubly_robust.h"
#include "analysis/estimator.h"

/* ATT(g,t): the effect at time t on those first treated at g. */
typedef struct {
    double group, time, att;
    int group_index;
    bool is_base;      /* the base period of base=universal: zero by definition */
    double *influence; /* per unit (panel) or row; NULL without a number */
    const char *note;
} GroupTime;

typedef struct {
    /* what is observed, one entry a row, already without units treated from the start */
    int nrow;
    const double *y, *time, *weight; /* weight never NULL */
    double *first;                   /* first time treated; INFINITY: never in these data */
    const int *unit;                 /* panel: 0 … nunit − 1, else NULL */
    const double *x;                 /* design, column-major */
    int nterm;
    /* the plan */
    RobustMethod method;
    bool never_only, universal;
    /* found */
    int nunit; /* units of a panel, else rows: the length of an influence function */
    double *times, *groups;
    int ntime, ngroup;
    int *cell_row; /* panel: row of (unit, time) */
    GroupTime *cells;
    int ncell;
    double *unit_first, *unit_weight;
    double *group_share; /* Σ w 1{G = g} / n */
    int *cluster;        /* of each unit */
    int ncluster;
    bool welch;            /* errors by cohort, each with its own degrees of freedom */
    double *cluster_first; /* cohort of a cluster; NAN if it has units of several */
} Staggered;

/* Fills times, groups, cells. */
void staggered_compute(Staggered *data, Arena *arena);

/* A weighted average of cells. */
typedef struct {
    double att, se, df; /* df NaN: normal */
    double *influence;  /* per unit */
} Average;

/* Averages the listed cells with weights share of their group (equal = false), whose estimation
 * enters the error, or with equal weights. False if there is none. */
bool staggered_average(const Staggered *data, const int *cells, int ncell, bool equal, Arena *arena,
                       Average *average);
/* se from an influence function by cluster sums. With `welch` the sums of each cohort vary around
 * their own mean: V = Σ_g V_g, V_g = G_g/(G_g − 1) Σ (s_c − s̄_g)²/n², and df = V²/Σ V_g²/(G_g − 1),
 * as for means of groups of unequal spread; NaN if a cohort that matters has one cluster. */
double staggered_se(const Staggered *data, const double *influence, Arena *arena, double *df);
/* Σ over clusters of products of cluster sums of two influence functions / n². */
double staggered_covariance(const Staggered *data, const double *left, const double *right,
                            Arena *arena);

#endif
