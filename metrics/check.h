/* Sums that must hold on every run; what does not is reported and kept in metrics_check. */
#ifndef METRICS_CHECK_H
#define METRICS_CHECK_H

#include "core/db.h"

bool check_run(Run *run);

#endif
