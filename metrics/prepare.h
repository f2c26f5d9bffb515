/* What the KPI queries read besides ingest's tables. */
#ifndef METRICS_PREPARE_H
#define METRICS_PREPARE_H

#include "core/db.h"

/* Runs an embedded script of statements. */
bool script_run(Run *run, const char *name);
/* Fills metrics_person, _exit, _sex, _answer and _residents; needs metrics_setting. */
bool prepare_run(Run *run);

#endif
