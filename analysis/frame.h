/* Frames: analysis/frames/NAME.sql, a header that maps estimator options to columns and one SELECT,
 * read into the rectangle that estimators see. */
#ifndef ANALYSIS_FRAME_H
#define ANALYSIS_FRAME_H

#include "analysis/estimator.h"
#include "core/asset.h"

/* Whether the store has a table or view of this name. */
bool frame_has_table(Run *run, const char *name);
/* The asset of a frame, or NULL after reporting the nearest name at `at`. */
const Asset *frame_find(Run *run, const char *name, Place at);
/* Runs a frame's SELECT; text columns become levels in byte order. The frame lives in `arena`. */
bool frame_from_sql(Run *run, const Asset *asset, Arena *arena, Frame *frame);
/* Settings from the header for those options that the estimator has, then those of `own`. */
int frame_settings(const Header *header, const Estimator *estimator, const Setting *own, int nown,
                   Arena *arena, Setting **settings);

#endif
