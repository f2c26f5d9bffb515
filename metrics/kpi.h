/* KPIs: metrics/kpi/NAME.sql and the programme folder's kpi/NAME.sql. A header says what the KPI
 * is, one SELECT gives its counted rows; it becomes the view metrics_kpi_NAME. */
#ifndef METRICS_KPI_H
#define METRICS_KPI_H

#include "core/asset.h"

typedef enum {
    FOLD_COUNT,
    FOLD_DISTINCT,
    FOLD_SUM,
    FOLD_RATIO,
    FOLD_STOCK,
    FOLD_KIND_COUNT
} FoldKind;

/* The columns that a KPI's SELECT may give. */
typedef enum {
    COLUMN_ROW,
    COLUMN_REGION,
    COLUMN_ON_DATE,
    COLUMN_UNTIL_DATE,
    COLUMN_SEX,
    COLUMN_UNIT,
    COLUMN_VALUE,
    COLUMN_BASE,
    COLUMN_COUNT
} KpiColumn;

typedef struct {
    const char *id;
    Header header;
    int position;
    FoldKind fold;
    bool persons;  /* about persons: disclosure control applies */
    bool sexes;    /* broken down by sex */
    bool additive; /* regions and periods add up, from one store to the next too */
    bool within;   /* they add up within a store */
    Sql sql;       /* the SELECT alone, with its place */
    bool has[COLUMN_COUNT];
} Kpi;

/* Reads and checks all KPIs, in the order of the catalogue. False if any is faulty; each fault is
 * reported at its place. */
bool kpi_list(Run *run, const Kpi **list, int *count);
/* Makes the view of a KPI and its rows of metrics_catalogue and metrics_dataset. */
bool kpi_store(Run *run, const Kpi *kpi, int position);
/* A SELECT of all eight columns over the KPI's view, NULL where it has none; `tail` follows it. */
Sql kpi_rows(Run *run, const Kpi *kpi, const char *tail);
/* The fold of a name that metrics_catalogue holds. */
FoldKind kpi_fold(const char *name);
const char *kpi_view(Run *run, const char *id);

#endif
