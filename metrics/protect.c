/* Disclosure control of KPI values: primary suppression under the threshold, complementary cells,
 * and the interval that is left to an outsider. The common indicators hang together: the whole
 * (EECO01) is protected with employment and education, which make it up; then those two by
 * themselves with the whole held; then every other KPI alone, within the room that the whole leaves
 * it. */
#include "metrics/protect.h"

#include "core/stage.h"
#include "core/text.h"
#include "metrics/protect_table.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_TABLES = 8 };

/* --- loading --- */

static int position_of(const char *const *names, int count, const char *name)
{
    for (int i = 0; name && i < count; i++)
        if (text_equal(names[i], name))
            return i;
    return -1;
}

static bool load_tables(Run *run, PublishedSet *set)
{
    Query query;
    int capacity = 0;
    if (!query_open(&query, run,
                    SQL("SELECT kpi, fold, sexes, additive FROM metrics_catalogue WHERE about = "
                        "'persons' ORDER BY position")))
        return false;
    while (query_next(&query)) {
        Published table = {.id = query_text_in(&query, 0, run->arena),
                           .fold = kpi_fold(query_text(&query, 1)),
                           .nsex = query_int(&query, 2) ? SEX_COUNT : 1};
        table.within = query_int(&query, 3) > 0 || table.fold == FOLD_RATIO;
        table.cells = arena_new(run->arena, PublishedCell, published_ncell(set, &table));
        for (int i = 0; i < published_ncell(set, &table); i++)
            table.cells[i].room_up = table.cells[i].room_down = HUGE_VAL;
        set->tables = arena_room(run->arena, set->tables, sizeof table, set->ntable, &capacity);
        set->tables[set->ntable++] = table;
    }
    return query_close(&query);
}

static void load_cell(const PublishedSet *set, const Published *table, PublishedCell *cell,
                      const Query *query, int column)
{
    bool ratio = table->fold == FOLD_RATIO;
    cell->absent = text_equal(query_text(query, 4), "not_reported");
    cell->value = query_double(query, column + (ratio ? 2 : 0));
    cell->numerator = ratio ? query_double(query, column + 1) : 0;
    cell->persons = query_double(query, column + 3);
    cell->known = query_int(query, column + 4) == 1;
    if (isnan(cell->value))
        cell->value = cell->numerator = 0;
    cell->primary = !cell->absent && cell->persons > 0 && cell->persons < set->threshold;
    cell->hidden = cell->primary;
}

static bool load_values(Run *run, const PublishedSet *set)
{
    Query query;
    if (!query_open(
            &query, run,
            SQL("SELECT v.kpi, v.region, v.period, v.sex, v.state, v.in_period, v.numerator_in, "
                "v.denominator_in, v.persons_in, p.in_period = v.in_period AND p.hidden_in = 0, "
                "v.cumulative, v.numerator, v.denominator, v.persons_cumulative, p.cumulative = "
                "v.cumulative AND p.hidden_cumulative = 0 FROM metrics_value AS v LEFT JOIN "
                "metrics_previous AS p ON p.kpi = v.kpi AND p.region = v.region AND p.period = "
                "v.period AND p.sex = v.sex WHERE v.persons_in IS NOT NULL")))
        return false;
    while (query_next(&query)) {
        const Published *table = published_find(set, query_text(&query, 0));
        int region = fold_region(query_text(&query, 1));
        int period = calendar_index(set->calendar, query_text(&query, 2));
        int sex = fold_sex(query_text(&query, 3));
        if (!table || region < 0 || period < 0 || sex < 0)
            continue;
        load_cell(set, table, published_cell(set, table, region, period, SPAN_IN, sex), &query, 5);
        load_cell(set, table, published_cell(set, table, region, period, SPAN_CUMULATIVE, sex),
                  &query, 10);
    }
    return query_close(&query);
}

/* --- protecting --- */

typedef struct {
    const PublishedSet *set;
    int failed;
} Guard;

static void protect_group(Guard *guard, Published *const *tables, int n, System *system)
{
    guard->failed += system_protect(system);
    published_take(guard->set, tables, n, system);
}

/* One table by itself; of a ratio also the numerators, which must not be pinned down either. */
static void protect_alone(Guard *guard, Published *table)
{
    System system = published_system(guard->set, &table, 1, QUANTITY_VALUE);
    protect_group(guard, &table, 1, &system);
    if (table->fold != FOLD_RATIO)
        return;
    system = published_system(guard->set, &table, 1, QUANTITY_NUMERATOR);
    protect_group(guard, &table, 1, &system);
}

static int find_tables(const PublishedSet *set, const char *const *ids, int n, Published **tables)
{
    int found = 0;
    for (int i = 0; i < n; i++)
        if ((tables[found] = published_find(set, ids[i])) != NULL)
            found++;
    return found;
}

/* What is left of the whole beside some of its parts bounds both: a part cannot rise by more, nor
 * the whole fall by more while the parts stay. */
static void bound_by_whole(const PublishedSet *set, Published *whole, Published *const *parts,
                           int npart)
{
    for (int i = 0; whole && npart && i < published_ncell(set, whole); i++) {
        double rest = whole->cells[i].value;
        for (int part = 0; part < npart; part++)
            rest -= parts[part]->cells[i].value;
        rest = fmax(0, rest);
        whole->cells[i].room_down = fmin(whole->cells[i].room_down, rest);
        for (int part = 0; part < npart; part++)
            parts[part]->cells[i].room_up = fmin(parts[part]->cells[i].room_up, rest);
    }
}

static const char *const EMPLOYMENT[] = {"eeco02", "eeco04", "eeco05"};
static const char *const EDUCATION[] = {"eeco09", "eeco10", "eeco11"};
static const char *const AGE[] = {"eeco06", "eeco07", "eeco08"};
static const char *const SINGLE[] = {"eeco12", "eeco13", "eeco14", "eeco15", "eeco16", "eeco17"};
static const char *const LONG_TERM[] = {"eeco03"};

static void bound_parts(const PublishedSet *set, Published *whole)
{
    Published *parts[MOST_TABLES];
    bound_by_whole(set, whole, parts, find_tables(set, AGE, COUNT(AGE), parts));
    for (int i = 0; i < COUNT(SINGLE); i++)
        bound_by_whole(set, whole, parts, find_tables(set, &SINGLE[i], 1, parts));
    bound_by_whole(set, published_find(set, "eeco02"), parts,
                   find_tables(set, LONG_TERM, COUNT(LONG_TERM), parts));
}

/* Only the whole is sensitive here; parts move with it, and are protected by themselves. */
static void make_guests(System *system)
{
    for (int i = 0; i < system->ncell; i++)
        system->cells[i].guest = system->cells[i].table > 0;
}

/* The whole with the two sets of parts that make it up. Returns how many cells it failed on. */
static int protect_whole(Guard *guard, Published *whole)
{
    Published *tables[1 + COUNT(EMPLOYMENT) + COUNT(EDUCATION)] = {whole};
    int a = find_tables(guard->set, EMPLOYMENT, COUNT(EMPLOYMENT), tables + 1);
    int b = find_tables(guard->set, EDUCATION, COUNT(EDUCATION), tables + 1 + a);
    System system = published_system(guard->set, tables, 1 + a + b, QUANTITY_VALUE);
    make_guests(&system);
    if (a == COUNT(EMPLOYMENT))
        published_link(guard->set, &system, tables + 1, a, whole);
    if (b == COUNT(EDUCATION))
        published_link(guard->set, &system, tables + 1 + a, b, whole);
    int failed = system_protect(&system);
    published_take(guard->set, tables, 1 + a + b, &system);
    return failed;
}

/* Where the whole can move only if other parts move with it (all are rural, say): with all of them,
 * which is slow and rarely needed. */
static int protect_whole_with_all(Guard *guard, Published *whole)
{
    const PublishedSet *set = guard->set;
    Published *tables[24] = {whole};
    int a = find_tables(set, EMPLOYMENT, COUNT(EMPLOYMENT), tables + 1);
    int b = find_tables(set, EDUCATION, COUNT(EDUCATION), tables + 1 + a);
    int c = find_tables(set, AGE, COUNT(AGE), tables + 1 + a + b);
    int d = find_tables(set, SINGLE, COUNT(SINGLE), tables + 1 + a + b + c);
    int n = 1 + a + b + c + d;
    int e = find_tables(set, LONG_TERM, COUNT(LONG_TERM), tables + n);
    System system = published_system(set, tables, n + e, QUANTITY_FREE);
    make_guests(&system);
    if (a == COUNT(EMPLOYMENT))
        published_link(set, &system, tables + 1, a, whole);
    if (b == COUNT(EDUCATION))
        published_link(set, &system, tables + 1 + a, b, whole);
    if (c)
        published_within(set, &system, tables + 1 + a + b, c, whole);
    for (int i = 0; i < d; i++)
        published_within(set, &system, tables + 1 + a + b + c + i, 1, whole);
    if (e && published_find(set, "eeco02"))
        published_within(set, &system, tables + n, e, published_find(set, "eeco02"));
    int failed = system_protect(&system);
    published_take(set, tables, n + e, &system);
    return failed;
}

static void protect_parts(Guard *guard, const char *const *ids, int n)
{
    Published *tables[MOST_TABLES];
    if (find_tables(guard->set, ids, n, tables) != n)
        return;
    System system = published_system(guard->set, tables, n, QUANTITY_VALUE);
    published_link(guard->set, &system, tables, n, NULL);
    protect_group(guard, tables, n, &system);
}

static bool is_part(const char *id)
{
    return position_of(EMPLOYMENT, COUNT(EMPLOYMENT), id) >= 0 ||
           position_of(EDUCATION, COUNT(EDUCATION), id) >= 0;
}

static void protect_all(Guard *guard)
{
    const PublishedSet *set = guard->set;
    Published *whole = published_find(set, "esf_participants");
    if (whole) {
        bound_parts(set, whole);
        if (protect_whole(guard, whole) > 0)
            guard->failed += protect_whole_with_all(guard, whole);
        protect_parts(guard, EMPLOYMENT, COUNT(EMPLOYMENT));
        protect_parts(guard, EDUCATION, COUNT(EDUCATION));
    }
    for (int i = 0; i < set->ntable; i++)
        if (&set->tables[i] != whole && !(whole && is_part(set->tables[i].id)))
            protect_alone(guard, &set->tables[i]);
}

/* --- intervals --- */

static void take_bounds(Published *const *tables, const System *system)
{
    for (int i = 0; i < system->ncell; i++) {
        const SystemCell *cell = &system->cells[i];
        PublishedCell *into = &tables[cell->table]->cells[cell->cell];
        if (cell->state != CELL_HIDDEN)
            continue;
        into->low = cell->low;
        into->high = cell->high;
    }
}

static void bound_tables(const PublishedSet *set, Published *const *tables, int n, int whole,
                         int npart)
{
    System system = published_system(set, tables, n, QUANTITY_FREE);
    if (npart)
        published_link(set, &system, tables + 1, npart, whole ? tables[0] : NULL);
    system_bound(&system);
    take_bounds(tables, &system);
}

static void bound_all(const PublishedSet *set)
{
    Published *whole = published_find(set, "esf_participants"), *tables[MOST_TABLES] = {whole};
    for (int i = 0; i < set->ntable; i++) {
        Published *table = &set->tables[i];
        if (table == whole || !(whole && is_part(table->id)))
            bound_tables(set, &table, 1, 0, 0);
    }
    if (!whole)
        return;
    int n = find_tables(set, EMPLOYMENT, COUNT(EMPLOYMENT), tables + 1);
    bound_tables(set, tables, 1 + n, 1, n == COUNT(EMPLOYMENT) ? n : 0);
    n = find_tables(set, EDUCATION, COUNT(EDUCATION), tables + 1);
    bound_tables(set, tables, 1 + n, 1, n == COUNT(EDUCATION) ? n : 0);
}

/* --- storing --- */

static bool store_cell(Run *run, Query *query, const Published *table, const PublishedCell *cell,
                       const char *figure, int span)
{
    (void)run;
    bool ratio = table->fold == FOLD_RATIO;
    query_bind(query, 1, "ttt", figure, span == SPAN_IN ? "in_period" : "cumulative",
               cell->primary ? "primary" : "complementary");
    query_bind(query, 4, "dd", ratio ? NAN : cell->low,
               ratio || isinf(cell->high) ? NAN : cell->high);
    return query_run(query);
}

static bool store_tables(Run *run, const PublishedSet *set)
{
    Query query;
    if (!query_open(&query, run,
                    SQL("INSERT INTO metrics_disclosure VALUES ('metrics_value', ?1, ?2, ?3, ?4, "
                        "?5)")))
        return false;
    for (int i = 0; i < set->ntable; i++)
        for (int region = 0; region < REGION_COUNT; region++)
            for (int period = 0; period < set->calendar->nperiod; period++)
                for (int at = 0; at < SPAN_COUNT * set->tables[i].nsex; at++) {
                    int span = at % SPAN_COUNT, sex = at / SPAN_COUNT;
                    const Published *table = &set->tables[i];
                    const PublishedCell *cell =
                        published_cell(set, table, region, period, span, sex);
                    if (cell->hidden)
                        store_cell(run, &query, table, cell,
                                   fold_figure(run->arena, table->id, FOLD_REGIONS[region],
                                               set->calendar->periods[period].name,
                                               FOLD_SEXES[sex]),
                                   span);
                }
    return query_close(&query);
}

bool protect_run(Run *run, const Calendar *calendar)
{
    PublishedSet set = {.arena = run->arena, .calendar = calendar};
    set.threshold = db_double(
        run, SQL("SELECT CAST(value AS REAL) FROM metrics_setting WHERE key = 'threshold'"), NULL,
        5);
    if (!load_tables(run, &set) || !load_values(run, &set))
        return false;
    Guard guard = {&set, 0};
    protect_all(&guard);
    bound_all(&set);
    if (guard.failed)
        diag_report(run->diag, (Place){0}, MSG_METRICS_PROTECT, guard.failed);
    return store_tables(run, &set);
}
