/* The door of analysis/: from counted rows and answers to estimates with their evidence. Reads
 * ingest_* and metrics_*, writes analysis_* (schema.sql). */
#ifndef ANALYSIS_ANALYSIS_H
#define ANALYSIS_ANALYSIS_H

#include "core/stage.h"

extern const Stage ANALYSIS;

#endif
