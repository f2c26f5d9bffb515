/* Tables of cells, and their relations as an outsider knows them. The rows of the country alone and
 * the persons whose sex is not known are taken as known to the outsider: the careful side. */
#include "metrics/protect_table.h"

#include "core/text.h"

#include <math.h>

PublishedCell *published_cell(const PublishedSet *set, const Published *table, int region,
                              int period, int span, int sex)
{
    return &table->cells[((region * set->calendar->nperiod + period) * SPAN_COUNT + span) *
                             table->nsex +
                         sex];
}

int published_ncell(const PublishedSet *set, const Published *table)
{
    return REGION_COUNT * set->calendar->nperiod * SPAN_COUNT * table->nsex;
}

Published *published_find(const PublishedSet *set, const char *id)
{
    for (int i = 0; i < set->ntable; i++)
        if (text_equal(set->tables[i].id, id))
            return &set->tables[i];
    return NULL;
}

/* The broader a cell, the dearer to hide. */
static double cost_of(int region, int sex, int span, double value)
{
    double cost = 1 + log1p(value) / 4;
    cost *= region == REGION_LV ? 8 : 1;
    cost *= sex == 0 ? 8 : 1;
    return cost * (span == SPAN_CUMULATIVE ? 1.5 : 1);
}

static SystemCell make_cell(const Published *table, PublishedCell *cell, Quantity quantity)
{
    bool numerator = quantity == QUANTITY_NUMERATOR;
    double value = numerator ? cell->numerator : cell->value;
    SystemCell made = {
        .value = value, .up = cell->up, .down = cell->down, .primary = cell->primary};
    made.state = cell->absent   ? CELL_FREE
                 : cell->known  ? CELL_HELD
                 : cell->hidden ? CELL_HIDDEN
                                : CELL_VISIBLE;
    if (numerator)
        made.up = made.down = 0;
    made.room_down = numerator                   ? value
                     : table->fold == FOLD_RATIO ? value - cell->numerator
                                                 : fmin(value, cell->room_down);
    made.room_up = numerator ? cell->value - value : cell->room_up;
    if (quantity == QUANTITY_FREE) {
        made.room_down = value;
        made.room_up = HUGE_VAL;
    }
    if (cell->primary && !numerator)
        made.need = table->fold == FOLD_SUM ? fmax(1, ceil(value / 5)) : 1;
    return made;
}

/* A period in which nothing was counted anywhere is left out: zeros all, and they stay printed. */
static bool is_empty(const PublishedSet *set, const Published *table, int period, int span)
{
    for (int region = 0; region < REGION_COUNT; region++) {
        const PublishedCell *cell = published_cell(set, table, region, period, span, 0);
        if (cell->value != 0 || cell->absent)
            return false;
    }
    return true;
}

static void add_cells(const PublishedSet *set, System *system, Published *table, int number,
                      Quantity quantity)
{
    for (int i = 0; i < published_ncell(set, table); i++)
        table->cells[i].cell = -1;
    for (int period = 0; period < set->calendar->nperiod; period++)
        for (int span = 0; span < SPAN_COUNT; span++) {
            if (is_empty(set, table, period, span))
                continue;
            for (int region = 0; region < REGION_COUNT; region++)
                for (int sex = 0; sex < table->nsex; sex++) {
                    PublishedCell *cell = published_cell(set, table, region, period, span, sex);
                    SystemCell made = make_cell(table, cell, quantity);
                    made.cost = cost_of(region, sex, span, made.value);
                    made.table = number;
                    made.cell = (int)(cell - table->cells);
                    cell->cell = system_add_cell(system, made);
                }
        }
}

typedef struct {
    const PublishedSet *set;
    System *system;
    const Published *table;
} Relate;

static int at(const Relate *relate, int region, int period, int span, int sex)
{
    return published_cell(relate->set, relate->table, region, period, span, sex)->cell;
}

static double value_at(const Relate *relate, int cell)
{
    return cell < 0 ? 0 : relate->system->cells[cell].value;
}

/* smaller ≤ larger (the sum of n cells). */
static void at_most(const Relate *relate, int smaller, const int *larger, int n)
{
    double slack = -value_at(relate, smaller);
    for (int i = 0; i < n; i++)
        slack += value_at(relate, larger[i]);
    system_add_row(relate->system, false, fmax(0, slack));
    system_add_term(relate->system, smaller, 1);
    for (int i = 0; i < n; i++)
        system_add_term(relate->system, larger[i], -1);
}

static void relate_regions(const Relate *relate, int period, int span, int sex)
{
    int country = at(relate, REGION_LV, period, span, sex), regions[REGION_LV];
    for (int region = 0; region < REGION_LV; region++)
        regions[region] = at(relate, region, period, span, sex);
    if (country < 0)
        return;
    if (!relate->table->within) {
        for (int region = 0; region < REGION_LV; region++)
            at_most(relate, regions[region], &country, 1);
        at_most(relate, country, regions, REGION_LV);
        return;
    }
    system_add_row(relate->system, true, 0);
    system_add_term(relate->system, country, -1);
    for (int region = 0; region < REGION_LV; region++)
        system_add_term(relate->system, regions[region], 1);
}

static void relate_sexes(const Relate *relate, int region, int period, int span)
{
    if (relate->table->nsex < 2 || at(relate, region, period, span, 0) < 0)
        return;
    system_add_row(relate->system, true, 0);
    system_add_term(relate->system, at(relate, region, period, span, 0), -1);
    for (int sex = 1; sex < relate->table->nsex; sex++)
        system_add_term(relate->system, at(relate, region, period, span, sex), 1);
}

/* The period that ends the day before `period` begins; -1 if nothing lies before; -2 if there is no
 * such period. */
static int period_before(const Calendar *calendar, int period)
{
    Date first = calendar->periods[0].from;
    if (calendar->periods[period].from <= first)
        return -1;
    for (int i = 0; i < calendar->nperiod; i++)
        if (calendar->periods[i].to == calendar->periods[period].from - 1)
            return i;
    return -2;
}

static void equal_cells(const Relate *relate, int whole, int first, int second)
{
    system_add_row(relate->system, true, 0);
    system_add_term(relate->system, whole, 1);
    system_add_term(relate->system, first, -1);
    system_add_term(relate->system, second, -1);
}

/* In period and cumulative: cumulative now = cumulative before + in period where things add up;
 * for distinct units it lies between the greater of the two and their sum. */
static void relate_spans(const Relate *relate, int region, int period, int sex)
{
    int before = period_before(relate->set->calendar, period);
    int in = at(relate, region, period, SPAN_IN, sex);
    int now = at(relate, region, period, SPAN_CUMULATIVE, sex);
    int earlier = before < 0 ? -1 : at(relate, region, before, SPAN_CUMULATIVE, sex);
    if (now < 0)
        return;
    if (before == -1 || (relate->table->within && before >= 0)) {
        equal_cells(relate, now, in, earlier);
        return;
    }
    if (in >= 0)
        at_most(relate, in, &now, 1);
    if (before < 0)
        return;
    const int both[] = {in, earlier};
    if (earlier >= 0)
        at_most(relate, earlier, &now, 1);
    at_most(relate, now, both, 2);
}

/* The sum of factor × cell is never below zero. */
static void at_least_zero(const Relate *relate, const int *cells, const double *factors, int n)
{
    double surplus = 0;
    for (int i = 0; i < n; i++)
        surplus += factors[i] * value_at(relate, cells[i]);
    system_add_row(relate->system, false, fmax(0, surplus));
    for (int i = 0; i < n; i++)
        system_add_term(relate->system, cells[i], -factors[i]);
}

/* What binds regions and periods where persons recur. Who is new to the country is new to every
 * region that saw him; who is seen in several regions in a period is so in all time up to it; who
 * returns to a region returns to the country. */
static void relate_recurring(const Relate *relate, int period, int sex)
{
    enum { MOST = 4 * REGION_COUNT };
    int before = period_before(relate->set->calendar, period), fresh[MOST], several[MOST];
    double gain[MOST], overlap[MOST];
    int n = 0;
    if (before == -2)
        return;
    for (int region = 0; region < REGION_COUNT; region++) {
        double sign = region == REGION_LV ? -1 : 1;
        int in = at(relate, region, period, SPAN_IN, sex);
        int now = at(relate, region, period, SPAN_CUMULATIVE, sex);
        int earlier = before < 0 ? -1 : at(relate, region, before, SPAN_CUMULATIVE, sex);
        fresh[n] = several[n] = now;
        gain[n] = overlap[n] = sign;
        fresh[n + 1] = earlier;
        several[n + 1] = in;
        gain[n + 1] = overlap[n + 1] = -sign;
        n += 2;
        int country = at(relate, REGION_LV, period, SPAN_CUMULATIVE, sex);
        const int back[] = {at(relate, REGION_LV, period, SPAN_IN, sex),
                            before < 0 ? -1 : at(relate, REGION_LV, before, SPAN_CUMULATIVE, sex),
                            country,
                            in,
                            earlier,
                            now};
        static const double RETURNS[] = {1, 1, -1, -1, -1, 1};
        if (region != REGION_LV)
            at_least_zero(relate, back, RETURNS, COUNT(back));
    }
    at_least_zero(relate, fresh, gain, n);
    at_least_zero(relate, several, overlap, n);
}

/* Cumulative values do not fall from one period's end to a later one's; the same end, the same
 * value. Needed for periods off the grid only. */
static void relate_ends(const Relate *relate, int region, int period, int sex)
{
    const Calendar *calendar = relate->set->calendar;
    int now = at(relate, region, period, SPAN_CUMULATIVE, sex);
    for (int other = 0; other < calendar->ngrid && now >= 0; other++) {
        int there = at(relate, region, other, SPAN_CUMULATIVE, sex);
        Date gap = calendar->periods[other].to - calendar->periods[period].to;
        if (there < 0)
            continue;
        if (gap == 0)
            equal_cells(relate, now, there, -1);
        else if (gap > 0)
            at_most(relate, now, &there, 1);
        else
            at_most(relate, there, &now, 1);
    }
}

static void relate_table(const Relate *relate)
{
    const Calendar *calendar = relate->set->calendar;
    for (int period = 0; period < calendar->nperiod; period++)
        for (int sex = 0; sex < relate->table->nsex; sex++) {
            for (int span = 0; span < SPAN_COUNT; span++)
                relate_regions(relate, period, span, sex);
            if (!relate->table->within)
                relate_recurring(relate, period, sex);
            for (int region = 0; region < REGION_COUNT; region++) {
                if (sex == 0)
                    for (int span = 0; span < SPAN_COUNT; span++)
                        relate_sexes(relate, region, period, span);
                relate_spans(relate, region, period, sex);
                if (period >= calendar->ngrid)
                    relate_ends(relate, region, period, sex);
            }
        }
}

System published_system(const PublishedSet *set, Published *const *tables, int ntable,
                        Quantity quantity)
{
    System system = {.arena = set->arena};
    for (int i = 0; i < ntable; i++)
        add_cells(set, &system, tables[i], i, quantity);
    for (int i = 0; i < ntable; i++)
        relate_table(&(Relate){set, &system, tables[i]});
    return system;
}

void published_link(const PublishedSet *set, System *system, Published *const *parts, int npart,
                    const Published *whole)
{
    for (int i = 0; i < published_ncell(set, parts[0]); i++) {
        system_add_row(system, true, 0);
        for (int part = 0; part < npart; part++)
            system_add_term(system, parts[part]->cells[i].cell, 1);
        if (whole)
            system_add_term(system, whole->cells[i].cell, -1);
    }
}

void published_within(const PublishedSet *set, System *system, Published *const *parts, int npart,
                      const Published *whole)
{
    for (int i = 0; i < published_ncell(set, whole); i++) {
        double slack = whole->cells[i].value;
        for (int part = 0; part < npart; part++)
            slack -= parts[part]->cells[i].value;
        system_add_row(system, false, fmax(0, slack));
        system_add_term(system, whole->cells[i].cell, -1);
        for (int part = 0; part < npart; part++)
            system_add_term(system, parts[part]->cells[i].cell, 1);
    }
}

void published_take(const PublishedSet *set, Published *const *tables, int ntable,
                    const System *system)
{
    (void)set;
    (void)ntable;
    for (int i = 0; i < system->ncell; i++) {
        const SystemCell *cell = &system->cells[i];
        PublishedCell *into = &tables[cell->table]->cells[cell->cell];
        into->hidden = into->hidden || cell->state == CELL_HIDDEN;
        into->up = fmax(into->up, cell->up);
        into->down = fmin(into->down, cell->down);
    }
}
