/* One row of the plan while it is being run, shared by plan.c, plan_row.c and variant.c. */
#ifndef ANALYSIS_PLAN_ROW_H
#define ANALYSIS_PLAN_ROW_H

#include "analysis/evidence.h"
#include "core/asset.h"

typedef struct {
    int64_t row;
    const char *plan, *outcome, *frame, *estimator_id, *options, *family, *role;
    double sesoi;
    Place at;
    /* found when run */
    const Estimator *estimator;
    const Header *header; /* of the frame */
    Setting *settings;    /* seed, the frame's, the plan's own */
    int nsetting;
    Frame data;
    EstimateList list;
    int headline; /* position in list, −1: none */
    double p_adjusted, sd;
    bool ran;
    const char *reason[LANG_COUNT];
    const char *seed;
} PlanRow;

/* Fills the outcome, finds the estimator, reads settings and frame. */
bool plan_row_prepare(Run *run, PlanRow *row);
/* Fills the outcome, reads the frame, runs the estimator. False: not run, the fault was reported or
 * (too few data) only heard by the listener. */
bool plan_row_run(Run *run, PlanRow *row);
/* The same row with other settings and without one level of a column (NULL: all rows); the result
 * is in `out`. False if there is no answer; nothing is reported. */
bool plan_row_again(Run *run, const PlanRow *row, const Setting *changes, int nchange,
                    const char *column, const char *without, EstimateList *out);
/* The headline of a result of the row's estimator; −1 if there is none. */
int plan_row_headline(const PlanRow *row, const EstimateList *list);
/* Stores one estimate under a plan id (the row's own or a variant's). */
bool plan_row_store(Run *run, const PlanRow *row, const char *plan, const Estimate *estimate,
                    int position, bool headline, double p_adjusted, const Evidence *evidence);

#endif
