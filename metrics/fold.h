/* The fold: counted rows of a KPI become values by region × period × sex, in period and cumulative.
 * It lives here and nowhere else. One pass over the KPI's view. */
#ifndef METRICS_FOLD_H
#define METRICS_FOLD_H

#include "core/sum.h"
#include "metrics/calendar.h"
#include "metrics/kpi.h"

/* The five regions in order, then LV: the whole country. */
enum { REGION_COUNT = 6, REGION_LV = 5 };
/* All, f, m, x. */
enum { SEX_COUNT = 4 };
extern const char *const FOLD_REGIONS[REGION_COUNT];
extern const char *const FOLD_SEXES[SEX_COUNT];

/* Their places by name, or -1. */
int fold_region(const char *name);
int fold_sex(const char *name);

/* What fell into one cell in one span of time. */
typedef struct {
    ExactSum value, base;
    int n;          /* rows */
    int unit;       /* distinct units */
    double unnamed; /* contributors without a unit: headcounts, people not interviewed */
} Tally;

/* The outcome for one region, period and sex. NaN: a ratio without base. */
typedef struct {
    Tally in, cumulative;
} FoldCell;

typedef struct {
    const Kpi *kpi;
    const Calendar *calendar;
    FoldCell *cells;
} Fold;

/* One counted row as the KPI's SELECT gives it. */
typedef struct {
    int64_t row;
    int region, sex; /* sex 0: not known */
    Date on, until;
    const char *unit; /* valid until the next step of the query */
    double value, base;
} FoldRow;
/* Reads the row under a query of kpi_rows; false if it does not count (no date, unit or value). */
bool fold_read(const Kpi *kpi, const Query *query, FoldRow *row);
/* Whether a row falls into a period, or before its end. */
bool fold_is_in(const Kpi *kpi, const Calendar *calendar, int period, const FoldRow *row);
bool fold_is_cumulative(const Calendar *calendar, int period, const FoldRow *row);

FoldCell *fold_cell(const Fold *fold, int region, int period, int sex);
/* The value of a tally after the KPI's fold. */
double fold_value(const Kpi *kpi, const Tally *tally);
/* Folds a KPI's rows dated up to as-of; cells live in `arena`. */
bool fold_run(Run *run, Arena *arena, const Kpi *kpi, const Calendar *calendar, Fold *fold);
/* Writes the cells into metrics_value. */
bool fold_store(Run *run, const Fold *fold);
/* kpi.ID.REGION.PERIOD[.SEX] */
char *fold_figure(Arena *arena, const char *kpi, const char *region, const char *period,
                  const char *sex);

#endif
