/* An estimator of the registry called from inside the stage: for tables and rules that are not rows
 * of the plan. Too few data is a finding, not a fault, so nothing is reported. */
#ifndef ANALYSIS_CALL_H
#define ANALYSIS_CALL_H

#include "analysis/estimator.h"
#include "core/db.h"

/* Runs `estimator` on a frame with "KEY=VALUE;…"; false if there is no such estimator or it has no
 * answer. The list is filled in `arena`. */
bool call_estimator(Run *run, const char *estimator, const Frame *frame, const char *settings,
                    Arena *arena, EstimateList *list);
/* The row of a term; a row of NaN without n if there is none. */
const Estimate *call_term(const EstimateList *list, const char *term);
/* The frame of a SELECT; text columns become levels. */
bool call_frame(Run *run, Sql sql, Arena *arena, Frame *frame);

#endif
