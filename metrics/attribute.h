/* Why two stores differ on a KPI: the counted rows of both, matched by their keys. */
#ifndef METRICS_ATTRIBUTE_H
#define METRICS_ATTRIBUTE_H

#include "metrics/fold.h"

typedef enum { REASON_LATE, REASON_RESUBMITTED, REASON_WITHDRAWN, REASON_COUNT } Reason;

/* One row that counts in one store and not in the other: what it adds to the present value. */
typedef struct {
    Reason reason;
    int region, sex;
    double effect;
    int64_t row; /* in the present store where effect > 0, else in the earlier one */
} Change;

/* The changes among a KPI's rows dated up to `end`, in an order that files do not decide. */
bool attribute_rows(Run *now, Run *before, const Kpi *kpi, Date end, const Change **changes,
                    int *count);

#endif
