/* Random populations for the disclosure tests, and what is published about them: cells as sums of
 * atoms, stored as the fold would leave them and run through protect_run. */
#ifndef TESTS_STAGE_PROTECT_WORLD_H
#define TESTS_STAGE_PROTECT_WORLD_H

#include "tests/stage/outsider.h"

#include "core/asset.h"
#include "core/stage.h"
#include "core/text.h"
#include "metrics/fold.h"
#include "metrics/protect.h"

/* What a population is made of: regions × periods × sexes × parts of the whole. Part: employment
 * (long-term unemployed, other unemployed, inactive, employed) × education (3); alone: one part. */
typedef struct {
    int nregion, nperiod, nsex, npart;
    bool recurring; /* persons may be seen in several regions and periods: an atom is a set of those
                     */
    int count[MOST_ATOMS];
} World;

static unsigned long long draw_state;

static inline int draw(int below)
{
    draw_state = draw_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int)((draw_state >> 33) % (unsigned)below);
}

static inline int natom(const World *world)
{
    if (world->recurring)
        return ((1 << (world->nregion * world->nperiod)) - 1) * world->nsex;
    return world->nregion * world->nperiod * world->nsex * world->npart;
}

typedef struct {
    int region, period, sex, part;
    int seen; /* bit region × periods + period; 0: not recurring */
} Atom;

static inline Atom atom_at(const World *world, int index)
{
    if (world->recurring)
        return (Atom){.sex = index % world->nsex, .seen = index / world->nsex + 1};
    Atom atom = {.part = index % world->npart};
    index /= world->npart;
    atom.sex = index % world->nsex;
    index /= world->nsex;
    atom.period = index % world->nperiod;
    atom.region = index / world->nperiod;
    return atom;
}

/* A KPI of the world: which parts it counts. */
typedef struct {
    const char *id;
    bool (*counts)(int part);
    bool (*hits)(int part); /* of a ratio: the parts in its numerator; else NULL */
} Kind;

static inline bool all_parts(int part)
{
    return part >= 0;
}
static inline bool unemployed(int part)
{
    return part / 3 <= 1;
}
static inline bool long_term(int part)
{
    return part / 3 == 0;
}
static inline bool inactive(int part)
{
    return part / 3 == 2;
}
static inline bool employed(int part)
{
    return part / 3 == 3;
}
static inline bool basic(int part)
{
    return part % 3 == 0;
}
static inline bool secondary(int part)
{
    return part % 3 == 1;
}
static inline bool higher(int part)
{
    return part % 3 == 2;
}

static const Kind WHOLE[] = {{"esf_participants", all_parts, NULL}};
static const Kind SHARE[] = {{"results_on_time", all_parts, secondary}};
static const Kind VISITORS[] = {{"unique_visitors", all_parts, NULL}};
static const Kind LINKED[] = {{"esf_participants", all_parts, NULL},
                              {"eeco02", unemployed, NULL},
                              {"eeco03", long_term, NULL},
                              {"eeco04", inactive, NULL},
                              {"eeco05", employed, NULL},
                              {"eeco09", basic, NULL},
                              {"eeco10", secondary, NULL},
                              {"eeco11", higher, NULL}};

/* A published cell as a sum of atoms. region -1: the country; sex -1: all. */
typedef struct {
    const Kind *kind;
    int region, period, sex;
    bool cumulative;
} Shown;

static inline bool is_seen(const World *world, const Shown *shown, int seen)
{
    for (int region = 0; region < world->nregion; region++)
        for (int period = 0; period < world->nperiod; period++)
            if ((seen >> (region * world->nperiod + period) & 1) &&
                (shown->region < 0 || region == shown->region) &&
                (shown->cumulative ? period <= shown->period : period == shown->period))
                return true;
    return false;
}

static inline bool has_atom(const World *world, const Shown *shown, const Atom *atom)
{
    if (world->recurring)
        return (shown->sex < 0 || atom->sex == shown->sex) && is_seen(world, shown, atom->seen);
    return (shown->region < 0 || atom->region == shown->region) &&
           (shown->cumulative ? atom->period <= shown->period : atom->period == shown->period) &&
           (shown->sex < 0 || atom->sex == shown->sex) && shown->kind->counts(atom->part);
}

static inline int value_of(const World *world, const Shown *shown)
{
    int sum = 0;
    for (int i = 0; i < natom(world); i++) {
        Atom atom = atom_at(world, i);
        if (has_atom(world, shown, &atom))
            sum += world->count[i];
    }
    return sum;
}

static const char *region_name(const Shown *shown)
{
    return shown->region < 0 ? "LV" : FOLD_REGIONS[shown->region];
}

static char *figure_of(Arena *arena, const Shown *shown)
{
    return fold_figure(arena, shown->kind->id, region_name(shown),
                       shown->period ? "2026H2" : "2026H1", FOLD_SEXES[shown->sex + 1]);
}

/* Calls for every cell that is published about the world. */
static inline int list_shown(const World *world, const Kind *kinds, int nkind, Shown *shown)
{
    int n = 0;
    for (int kind = 0; kind < nkind; kind++)
        for (int region = -1; region < world->nregion; region++)
            for (int period = 0; period < world->nperiod; period++)
                for (int sex = -1; sex < world->nsex; sex++)
                    for (int cumulative = 0; cumulative < 2; cumulative++)
                        shown[n++] = (Shown){&kinds[kind], region, period, sex, cumulative == 1};
    return n;
}

static inline void put_values(Run *run, const World *world, const Kind *kind)
{
    Query query;
    assert_true(query_open(
        &query, run,
        SQL("INSERT INTO metrics_value (kpi, region, period, sex, in_period, cumulative, n_in, "
            "n_cumulative, persons_in, persons_cumulative, state, figure, denominator_in, "
            "denominator, "
            "numerator_in, numerator) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?5, ?6, 'ok', ?7, ?5, "
            "?6, ?8, ?9)")));
    for (int region = 0; region < REGION_COUNT; region++)
        for (int period = 0; period < 2; period++)
            for (int sex = -1; sex < SEX_COUNT - 1; sex++) {
                Shown shown = {kind, region == REGION_LV ? -1 : region, period, sex, false};
                int in = value_of(world, &shown);
                shown.cumulative = true;
                query_bind(&query, 1, "tttt", kind->id, FOLD_REGIONS[region],
                           period ? "2026H2" : "2026H1", FOLD_SEXES[sex + 1]);
                query_bind(&query, 5, "iit", (int64_t)in, (int64_t)value_of(world, &shown),
                           figure_of(run->arena, &shown));
                Kind hits = {kind->id, kind->hits ? kind->hits : kind->counts, NULL};
                shown.kind = &hits;
                query_bind(&query, 9, "i", (int64_t)value_of(world, &shown));
                shown.cumulative = false;
                query_bind(&query, 8, "i", (int64_t)value_of(world, &shown));
                query_run(&query);
            }
    assert_true(query_close(&query));
}

static inline void put_kind(Run *run, const World *world, const Kind *kind, int position)
{
    char *sql = arena_format(
        run->arena,
        "INSERT INTO metrics_catalogue (kpi, position, title_lv, title_en, fold, unit, format, "
        "direction, about, sexes, additive, definition_lv, definition_en, anchor, file, sql) "
        "VALUES "
        "('%s', %d, '', '', '%s', 'person', 'integer', 'more', 'persons', 1, %d, '', '', '', "
        "'', '')",
        kind->id, position, kind->hits ? "ratio" : "distinct", !world->recurring);
    assert_true(db_exec(run, SQL(sql)));
    put_values(run, world, kind);
}

/* The figure whose value in period the previous store printed; NULL: none. */
static const char *printed_before;

static inline void put_previous(Run *run)
{
    Query query;
    assert_true(query_open(&query, run,
                           SQL("INSERT INTO metrics_previous SELECT kpi, region, period, sex, "
                               "in_period, NULL, 0, 1 FROM metrics_value WHERE figure = ?1")));
    query_bind(&query, 1, "t", printed_before);
    query_run(&query);
    assert_true(query_close(&query));
}

static inline Run publish(Arena *arena, const Options *options, const World *world,
                          const Kind *kinds, int nkind)
{
    static const Period PERIODS[] = {{"2026H1", 20454, 20634}, {"2026H2", 20635, 20818}};
    Calendar calendar = {20818, 2, PERIODS, 2};
    Run run = {.diag = diag_open(arena, NULL, LANG_EN, false), .arena = arena, .options = options};
    assert_true(db_open(&run, ":memory:", false));
    assert_true(db_exec(&run, asset_sql(asset_find(&run, "metrics/schema.sql"))));
    assert_true(db_exec(&run, SQL("INSERT INTO metrics_setting VALUES ('threshold', '5')")));
    for (int i = 0; i < nkind; i++)
        put_kind(&run, world, &kinds[i], i);
    if (printed_before)
        put_previous(&run);
    assert_true(protect_run(&run, &calendar));
    if (printed_before)
        assert_string_equal(db_text(&run, arena,
                                    SQL("SELECT count(*) FROM metrics_disclosure WHERE field = "
                                        "'in_period' AND cell = ?1"),
                                    printed_before, ""),
                            "0");
    assert_int_equal(diag_count(run.diag, SEVERITY_WARNING), 0);
    return run;
}

/* low and high as exported; false if the cell is printed. */
static inline bool is_hidden(Run *run, const Shown *shown, double *low, double *high)
{
    Query query;
    assert_true(
        query_open(&query, run,
                   SQL("SELECT low, high FROM metrics_disclosure WHERE cell = ?1 AND field = ?2")));
    query_bind(&query, 1, "tt", figure_of(run->arena, shown),
               shown->cumulative ? "cumulative" : "in_period");
    bool hidden = query_next(&query);
    if (hidden) {
        *low = query_double(&query, 0);
        *high = query_is_null(&query, 1) ? HUGE_VAL : query_double(&query, 1);
    }
    query_close(&query);
    return hidden;
}

#endif
