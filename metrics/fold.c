/* Folds the counted rows of a KPI. Rows come ordered by unit, so that distinct units are counted
 * with one set of marks at a time; sums are exact, so that the order of rows decides nothing. */
#include "metrics/fold.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

const char *const FOLD_REGIONS[REGION_COUNT] = {"kurzeme", "latgale", "riga",
                                                "vidzeme", "zemgale", "LV"};
const char *const FOLD_SEXES[SEX_COUNT] = {"", "f", "m", "x"};

/* Where one unit was seen: a mark a cell, in period and cumulative. */
typedef struct {
    bool in, cumulative;
} Mark;

typedef struct {
    Fold *fold;
    Mark *marks;
    bool marked;
    char *unit; /* the unit at hand, NULL before the first */
} Folder;

static int ncell(const Fold *fold)
{
    return REGION_COUNT * fold->calendar->nperiod * SEX_COUNT;
}

static int cell_index(const Fold *fold, int region, int period, int sex)
{
    return (region * fold->calendar->nperiod + period) * SEX_COUNT + sex;
}

FoldCell *fold_cell(const Fold *fold, int region, int period, int sex)
{
    return &fold->cells[cell_index(fold, region, period, sex)];
}

static int index_of(const char *const *names, int count, const char *name)
{
    for (int i = 0; name && i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

int fold_region(const char *name)
{
    return index_of(FOLD_REGIONS, REGION_COUNT, name);
}

int fold_sex(const char *name)
{
    return index_of(FOLD_SEXES, SEX_COUNT, name);
}

/* Ends the unit at hand: each cell that saw it counts one more. */
static void close_unit(Folder *folder)
{
    if (!folder->marked)
        return;
    for (int i = 0; i < ncell(folder->fold); i++) {
        folder->fold->cells[i].in.unit += folder->marks[i].in;
        folder->fold->cells[i].cumulative.unit += folder->marks[i].cumulative;
    }
    memset(folder->marks, 0, sizeof *folder->marks * (size_t)ncell(folder->fold));
    folder->marked = false;
}

static void tally_row(const Kpi *kpi, Tally *tally, const FoldRow *row)
{
    tally->n++;
    if (kpi->fold == FOLD_SUM || kpi->fold == FOLD_RATIO)
        sum_add(&tally->value, row->value);
    if (kpi->fold == FOLD_RATIO)
        sum_add(&tally->base, row->base);
    if (!row->unit)
        tally->unnamed += kpi->fold == FOLD_SUM     ? row->value
                          : kpi->fold == FOLD_RATIO ? row->base
                                                    : 1;
}

bool fold_is_cumulative(const Calendar *calendar, int period, const FoldRow *row)
{
    return row->on <= calendar_end(calendar, &calendar->periods[period]);
}

bool fold_is_in(const Kpi *kpi, const Calendar *calendar, int period, const FoldRow *row)
{
    Date end = calendar_end(calendar, &calendar->periods[period]);
    if (row->on > end)
        return false;
    return kpi->fold == FOLD_STOCK ? row->until == DATE_NONE || row->until > end
                                   : row->on >= calendar->periods[period].from;
}

static void add_to_cell(Folder *folder, const FoldRow *row, int region, int period, int sex)
{
    const Kpi *kpi = folder->fold->kpi;
    const Calendar *calendar = folder->fold->calendar;
    if (!fold_is_cumulative(calendar, period, row))
        return;
    bool in = fold_is_in(kpi, calendar, period, row);
    int index = cell_index(folder->fold, region, period, sex);
    FoldCell *cell = &folder->fold->cells[index];
    tally_row(kpi, &cell->cumulative, row);
    if (in)
        tally_row(kpi, &cell->in, row);
    if (!row->unit)
        return;
    folder->marks[index].cumulative = true;
    folder->marks[index].in = folder->marks[index].in || in;
    folder->marked = true;
}

static void add_row(Folder *folder, const FoldRow *row)
{
    bool sexed = folder->fold->kpi->sexes && row->sex > 0;
    for (int period = 0; period < folder->fold->calendar->nperiod; period++)
        for (int sex = 0; sex <= (sexed ? row->sex : 0); sex += sexed ? row->sex : 1) {
            add_to_cell(folder, row, REGION_LV, period, sex);
            if (row->region != REGION_LV)
                add_to_cell(folder, row, row->region, period, sex);
        }
}

bool fold_read(const Kpi *kpi, const Query *query, FoldRow *row)
{
    *row = (FoldRow){.row = query_int(query, COLUMN_ROW),
                     .region = fold_region(query_text(query, COLUMN_REGION)),
                     .sex = fold_sex(query_text(query, COLUMN_SEX)),
                     .on = date_parse(query_text(query, COLUMN_ON_DATE)),
                     .until = date_parse(query_text(query, COLUMN_UNTIL_DATE)),
                     .unit = query_text(query, COLUMN_UNIT),
                     .value = query_double(query, COLUMN_VALUE),
                     .base = query_double(query, COLUMN_BASE)};
    if (row->region < 0)
        row->region = REGION_LV;
    if (row->sex < 0)
        row->sex = 0;
    bool distinct = kpi->fold == FOLD_DISTINCT || kpi->fold == FOLD_STOCK;
    bool valued = kpi->fold == FOLD_SUM || kpi->fold == FOLD_RATIO;
    return row->on != DATE_NONE && !(distinct && !row->unit) && !(valued && isnan(row->value)) &&
           !(kpi->fold == FOLD_RATIO && isnan(row->base));
}

bool fold_run(Run *run, Arena *arena, const Kpi *kpi, const Calendar *calendar, Fold *fold)
{
    *fold = (Fold){kpi, calendar, NULL};
    fold->cells = arena_new(arena, FoldCell, ncell(fold));
    Folder folder = {fold, arena_new(arena, Mark, ncell(fold)), false, NULL};
    Query query;
    if (!query_open(&query, run, kpi_rows(run, kpi, "WHERE on_date <= ?1 ORDER BY unit")))
        return false;
    query_bind(&query, 1, "t", date_iso(arena, calendar->as_of));
    while (query_next(&query)) {
        FoldRow row;
        if (!fold_read(kpi, &query, &row))
            continue;
        if (!text_equal(folder.unit, row.unit)) {
            close_unit(&folder);
            folder.unit = arena_text(arena, row.unit);
        }
        add_row(&folder, &row);
    }
    close_unit(&folder);
    return query_close(&query);
}

double fold_value(const Kpi *kpi, const Tally *tally)
{
    switch (kpi->fold) {
    case FOLD_COUNT:
        return tally->n;
    case FOLD_SUM:
        return sum_value(&tally->value);
    case FOLD_RATIO: {
        double base = sum_value(&tally->base);
        return base > 0 ? sum_value(&tally->value) / base : NAN;
    }
    default:
        return tally->unit;
    }
}

char *fold_figure(Arena *arena, const char *kpi, const char *region, const char *period,
                  const char *sex)
{
    return arena_format(arena, "kpi.%s.%s.%s%s%s", kpi, region, period, *sex ? "." : "", sex);
}

static double contributors(const Tally *tally)
{
    return tally->unit + tally->unnamed;
}

static void bind_cell(Query *query, const Kpi *kpi, const FoldCell *cell)
{
    bool ratio = kpi->fold == FOLD_RATIO;
    query_bind(query, 5, "dddddd", fold_value(kpi, &cell->in), fold_value(kpi, &cell->cumulative),
               ratio ? sum_value(&cell->cumulative.value) : NAN,
               ratio ? sum_value(&cell->cumulative.base) : NAN,
               ratio ? sum_value(&cell->in.value) : NAN, ratio ? sum_value(&cell->in.base) : NAN);
    query_bind(query, 11, "ii", (int64_t)cell->in.n, (int64_t)cell->cumulative.n);
    if (kpi->persons)
        query_bind(query, 13, "ii", (int64_t)contributors(&cell->in),
                   (int64_t)contributors(&cell->cumulative));
    else
        query_bind(query, 13, "nn");
}

bool fold_store(Run *run, const Fold *fold)
{
    Query query;
    if (!query_open(&query, run,
                    SQL("INSERT INTO metrics_value (kpi, region, period, sex, in_period, "
                        "cumulative, numerator, denominator, numerator_in, denominator_in, n_in, "
                        "n_cumulative, persons_in, persons_cumulative, state, figure) VALUES (?1, "
                        "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 'ok', ?15)")))
        return false;
    const Kpi *kpi = fold->kpi;
    for (int region = 0; region < REGION_COUNT; region++)
        for (int period = 0; period < fold->calendar->nperiod; period++)
            for (int sex = 0; sex < (kpi->sexes ? SEX_COUNT : 1); sex++) {
                const char *name = fold->calendar->periods[period].name;
                ArenaMark mark = arena_mark(run->arena);
                query_bind(&query, 1, "tttt", kpi->id, FOLD_REGIONS[region], name, FOLD_SEXES[sex]);
                bind_cell(&query, kpi, fold_cell(fold, region, period, sex));
                query_bind(
                    &query, 15, "t",
                    fold_figure(run->arena, kpi->id, FOLD_REGIONS[region], name, FOLD_SEXES[sex]));
                query_run(&query);
                arena_release(run->arena, mark);
            }
    return query_close(&query);
}
