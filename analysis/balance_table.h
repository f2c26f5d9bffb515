/* Whether supported and comparison communities were alike before support. */
#ifndef ANALYSIS_BALANCE_TABLE_H
#define ANALYSIS_BALANCE_TABLE_H

#include "core/stage.h"

/* Fills analysis_balance_published for the first primary plan row: residents at the first wave. */
bool balance_table_run(Run *run);

#endif
