/* Disclosure control against an outsider who knows every sum: random tables of persons are
 * published, and an own solver (dense simplex over the atoms of the table, nothing shared with the
 * program) tries to pin down each hidden cell from the visible ones. */
#include "tests/test.h"

#include "core/asset.h"
#include "core/stage.h"
#include "core/text.h"
#include "metrics/fold.h"
#include "metrics/protect.h"

#include <stdlib.h>
#include <string.h>

/* --- the outsider's solver: least and greatest c·x where A x = b, x ≥ 0 --- */

enum { MOST_ATOMS = 160, MOST_ROWS = 170, MOST_WIDTH = MOST_ATOMS + MOST_ROWS + 2 };

typedef struct {
    int nvar, nrow;
    double a[MOST_ROWS][MOST_WIDTH]; /* rows of the tableau, right side in column `nvar` */
    int basis[MOST_ROWS];
} Simplex;

/* Adds an equation unless it follows from those there are (forward elimination beside). */
typedef struct {
    double row[MOST_ROWS][MOST_ATOMS + 1];
    int pivot[MOST_ROWS], n;
} Echelon;

static void add_equation(Echelon *echelon, double *row, int nvar)
{
    for (int i = 0; i < echelon->n; i++) {
        double factor = row[echelon->pivot[i]];
        if (factor != 0)
            for (int k = 0; k <= nvar; k++)
                row[k] -= factor * echelon->row[i][k];
    }
    int best = -1;
    for (int k = 0; k < nvar; k++)
        if (fabs(row[k]) > 1e-7 && (best < 0 || fabs(row[k]) > fabs(row[best])))
            best = k;
    if (best < 0)
        return;
    assert_true(echelon->n < MOST_ROWS);
    double scale = row[best];
    for (int k = 0; k <= nvar; k++)
        echelon->row[echelon->n][k] = row[k] / scale;
    echelon->pivot[echelon->n++] = best;
}

static void pivot_on(Simplex *simplex, int row, int column, double *objective)
{
    double scale = simplex->a[row][column];
    for (int k = 0; k <= simplex->nvar; k++)
        simplex->a[row][k] /= scale;
    for (int i = 0; i < simplex->nrow; i++) {
        double factor = simplex->a[i][column];
        if (i == row || factor == 0)
            continue;
        for (int k = 0; k <= simplex->nvar; k++)
            simplex->a[i][k] -= factor * simplex->a[row][k];
    }
    double factor = objective[column];
    for (int k = 0; k <= simplex->nvar; k++)
        objective[k] -= factor * simplex->a[row][k];
    simplex->basis[row] = column;
}

/* Maximises; `objective` holds reduced costs, its last entry minus the value. Bland's rule. Columns
 * from `barred` on may not enter. False: unbounded. */
static bool maximise(Simplex *simplex, double *objective, int barred)
{
    for (;;) {
        int column = 0, row = -1;
        while (column < barred && objective[column] <= 1e-9)
            column++;
        if (column == barred)
            return true;
        for (int i = 0; i < simplex->nrow; i++) {
            if (simplex->a[i][column] <= 1e-9)
                continue;
            double ratio = simplex->a[i][simplex->nvar] / simplex->a[i][column];
            double least =
                row < 0 ? HUGE_VAL : simplex->a[row][simplex->nvar] / simplex->a[row][column];
            if (ratio < least - 1e-12 ||
                (ratio < least + 1e-12 && row >= 0 && simplex->basis[i] < simplex->basis[row]))
                row = i;
        }
        if (row < 0)
            return false;
        pivot_on(simplex, row, column, objective);
    }
}

/* A tableau with a feasible basis: artificial columns are driven out first. */
static void start_simplex(Simplex *simplex, const Echelon *echelon, int natom)
{
    double objective[MOST_WIDTH] = {0};
    simplex->nrow = echelon->n;
    simplex->nvar = natom + echelon->n;
    for (int i = 0; i < echelon->n; i++) {
        double sign = echelon->row[i][natom] < 0 ? -1 : 1;
        memset(simplex->a[i], 0, sizeof simplex->a[i]);
        for (int k = 0; k < natom; k++)
            simplex->a[i][k] = sign * echelon->row[i][k];
        simplex->a[i][natom + i] = 1;
        simplex->a[i][simplex->nvar] = sign * echelon->row[i][natom];
        simplex->basis[i] = natom + i;
        for (int k = 0; k < natom; k++)
            objective[k] += simplex->a[i][k];
        objective[simplex->nvar] += simplex->a[i][simplex->nvar];
    }
    assert_true(maximise(simplex, objective, natom));
    assert_true(fabs(objective[simplex->nvar]) < 1e-6);
    for (int i = 0; i < simplex->nrow; i++) /* artificials at zero leave the basis */
        for (int k = 0; simplex->basis[i] >= natom && k < natom; k++)
            if (fabs(simplex->a[i][k]) > 1e-7)
                pivot_on(simplex, i, k, objective);
}

static double extreme(Simplex *simplex, const double *weight, int natom, int direction)
{
    double objective[MOST_WIDTH] = {0};
    for (int k = 0; k < natom; k++)
        objective[k] = direction * weight[k];
    for (int i = 0; i < simplex->nrow; i++) {
        double factor = objective[simplex->basis[i]];
        if (factor != 0)
            for (int k = 0; k <= simplex->nvar; k++)
                objective[k] -= factor * simplex->a[i][k];
    }
    if (!maximise(simplex, objective, natom))
        return direction * HUGE_VAL;
    return direction * -objective[simplex->nvar];
}

/* --- random tables --- */

/* What a population is made of: regions × periods × sexes × parts of the whole. Part: employment
 * (long-term unemployed, other unemployed, inactive, employed) × education (3); alone: one part. */
typedef struct {
    int nregion, nperiod, nsex, npart;
    bool recurring; /* persons may be seen in several regions and periods: an atom is a set of those
                     */
    int count[MOST_ATOMS];
} World;

static unsigned long long draw_state;

static int draw(int below)
{
    draw_state = draw_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int)((draw_state >> 33) % (unsigned)below);
}

static int natom(const World *world)
{
    if (world->recurring)
        return ((1 << (world->nregion * world->nperiod)) - 1) * world->nsex;
    return world->nregion * world->nperiod * world->nsex * world->npart;
}

typedef struct {
    int region, period, sex, part;
    int seen; /* bit region × periods + period; 0: not recurring */
} Atom;

static Atom atom_at(const World *world, int index)
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

static bool all_parts(int part)
{
    return part >= 0;
}
static bool unemployed(int part)
{
    return part / 3 <= 1;
}
static bool long_term(int part)
{
    return part / 3 == 0;
}
static bool inactive(int part)
{
    return part / 3 == 2;
}
static bool employed(int part)
{
    return part / 3 == 3;
}
static bool basic(int part)
{
    return part % 3 == 0;
}
static bool secondary(int part)
{
    return part % 3 == 1;
}
static bool higher(int part)
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

static bool is_seen(const World *world, const Shown *shown, int seen)
{
    for (int region = 0; region < world->nregion; region++)
        for (int period = 0; period < world->nperiod; period++)
            if ((seen >> (region * world->nperiod + period) & 1) &&
                (shown->region < 0 || region == shown->region) &&
                (shown->cumulative ? period <= shown->period : period == shown->period))
                return true;
    return false;
}

static bool has_atom(const World *world, const Shown *shown, const Atom *atom)
{
    if (world->recurring)
        return (shown->sex < 0 || atom->sex == shown->sex) && is_seen(world, shown, atom->seen);
    return (shown->region < 0 || atom->region == shown->region) &&
           (shown->cumulative ? atom->period <= shown->period : atom->period == shown->period) &&
           (shown->sex < 0 || atom->sex == shown->sex) && shown->kind->counts(atom->part);
}

static int value_of(const World *world, const Shown *shown)
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
static int list_shown(const World *world, const Kind *kinds, int nkind, Shown *shown)
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

static void put_values(Run *run, const World *world, const Kind *kind)
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

static void put_kind(Run *run, const World *world, const Kind *kind, int position)
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

static void put_previous(Run *run)
{
    Query query;
    assert_true(query_open(&query, run,
                           SQL("INSERT INTO metrics_previous SELECT kpi, region, period, sex, "
                               "in_period, NULL, 0, 1 FROM metrics_value WHERE figure = ?1")));
    query_bind(&query, 1, "t", printed_before);
    query_run(&query);
    assert_true(query_close(&query));
}

static Run publish(Arena *arena, const Options *options, const World *world, const Kind *kinds,
                   int nkind)
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
static bool is_hidden(Run *run, const Shown *shown, double *low, double *high)
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

static void row_of(const World *world, const Shown *shown, double *row)
{
    for (int i = 0; i < natom(world); i++) {
        Atom atom = atom_at(world, i);
        row[i] = has_atom(world, shown, &atom);
    }
}

/* Attacks one world; counts hidden cells. `exact`: the exported intervals must be the outsider's.
 */
static int attack(Arena *arena, const World *world, const Kind *kinds, int nkind, bool exact)
{
    static Simplex simplex;
    static Echelon echelon;
    static Shown shown[1000];
    Options options = {0};
    int nshown = list_shown(world, kinds, nkind, shown), nhidden = 0, n = natom(world);
    Run run = publish(arena, &options, world, kinds, nkind);
    double low, high, row[MOST_ATOMS + 1];
    echelon.n = 0;
    for (int i = 0; i < nshown; i++) {
        if (is_hidden(&run, &shown[i], &low, &high))
            continue;
        int value = value_of(world, &shown[i]);
        if (value > 0 && value < 5)
            fail_msg("%s is printed: %d", figure_of(arena, &shown[i]), value);
        row_of(world, &shown[i], row);
        row[n] = value;
        add_equation(&echelon, row, n);
    }
    start_simplex(&simplex, &echelon, n);
    for (int i = 0; i < nshown; i++) {
        if (!is_hidden(&run, &shown[i], &low, &high))
            continue;
        row_of(world, &shown[i], row);
        double least = extreme(&simplex, row, n, -1), most = extreme(&simplex, row, n, 1);
        if (floor(most + 1e-6) - ceil(least - 1e-6) < 1)
            fail_msg("%s = %d is pinned down: [%g, %g]", figure_of(arena, &shown[i]),
                     value_of(world, &shown[i]), least, most);
        if (exact) {
            assert_true(fabs(low - least) < 1e-6);
            assert_true(isinf(most) ? isinf(high) : fabs(high - most) < 1e-6);
        } else {
            assert_true(low <= least + 1e-6 && high >= most - 1e-6);
        }
        nhidden++;
    }
    db_close(&run);
    return nhidden;
}

/* A ratio: what is printed tells base and numerator; what is hidden must leave the numerator open.
 */
static int attack_share(Arena *arena, const World *world)
{
    static Simplex simplex;
    static Echelon echelon;
    static Shown shown[1000];
    Options options = {0};
    const Kind hits = {SHARE[0].id, SHARE[0].hits, NULL};
    int nshown = list_shown(world, SHARE, 1, shown), nhidden = 0, n = natom(world);
    Run run = publish(arena, &options, world, SHARE, 1);
    double low, high, row[MOST_ATOMS + 1];
    echelon.n = 0;
    for (int i = 0; i < nshown; i++) {
        Shown two[] = {shown[i], shown[i]};
        two[1].kind = &hits;
        for (int k = 0; k < 2 && !is_hidden(&run, &shown[i], &low, &high); k++) {
            row_of(world, &two[k], row);
            row[n] = value_of(world, &two[k]);
            add_equation(&echelon, row, n);
        }
    }
    start_simplex(&simplex, &echelon, n);
    for (int i = 0; i < nshown; i++) {
        if (!is_hidden(&run, &shown[i], &low, &high))
            continue;
        Shown hit = shown[i];
        hit.kind = &hits;
        row_of(world, &hit, row);
        double free = extreme(&simplex, row, n, 1) - extreme(&simplex, row, n, -1);
        if (free < 1 - 1e-6)
            fail_msg("%s is pinned down", figure_of(arena, &shown[i]));
        nhidden++;
    }
    db_close(&run);
    return nhidden;
}

static void fill(World *world, int most)
{
    for (int i = 0; i < natom(world); i++)
        world->count[i] = draw(3) ? draw(most) : draw(2) * draw(12);
}

/* A thousand tables of one KPI: two to five regions, two periods, two or three sexes. */
static void a_thousand_tables(void **state)
{
    int nhidden = 0;
    (void)state;
    draw_state = 20261231;
    for (int i = 0; i < 1000; i++) {
        Arena *arena = arena_open();
        World world = {2 + draw(4), 2, 2 + draw(2), 1, false, {0}};
        fill(&world, 3 + draw(9));
        nhidden += attack(arena, &world, WHOLE, COUNT(WHOLE), true);
        arena_close(arena);
    }
    assert_true(nhidden > 10000);
}

/* The whole with its parts by employment and by education, attacked together. */
static void parts_and_whole_together(void **state)
{
    int nhidden = 0;
    (void)state;
    draw_state = 813;
    for (int i = 0; i < 30; i++) {
        Arena *arena = arena_open();
        World world = {2 + draw(2), 2, 2, 12, false, {0}};
        fill(&world, 2 + draw(5));
        nhidden += attack(arena, &world, LINKED, COUNT(LINKED), false);
        arena_close(arena);
    }
    assert_true(nhidden > 1500);
}

/* Persons who recur: the outsider reasons about who was seen where and when. */
static void people_who_come_again(void **state)
{
    int nhidden = 0;
    (void)state;
    draw_state = 24;
    for (int i = 0; i < 200; i++) {
        Arena *arena = arena_open();
        World world = {2 + draw(2), 2, 2, 1, true, {0}};
        int most = 2 + draw(4), often = 1 + draw(9);
        for (int k = 0; k < natom(&world); k++)
            world.count[k] = draw(often) ? 0 : draw(most);
        nhidden += attack(arena, &world, VISITORS, COUNT(VISITORS), false);
        arena_close(arena);
    }
    assert_true(nhidden > 2000);
}

static void shares_of_few(void **state)
{
    int nhidden = 0;
    (void)state;
    draw_state = 99;
    for (int i = 0; i < 200; i++) {
        Arena *arena = arena_open();
        World world = {2 + draw(4), 2, 1, 2, false, {0}};
        fill(&world, 2 + draw(6));
        for (int k = 1; k < natom(&world) && i % 4 == 0; k += 2)
            world.count[k] = 0; /* nobody on time: a share of nought says all of each */
        nhidden += attack_share(arena, &world);
        arena_close(arena);
    }
    assert_true(nhidden > 500);
}

/* A complementary cell that the previous store printed with the same value is known: another one
 * must do, and nothing may be pinned down. */
static void what_was_printed_before_is_known(void **state)
{
    int nknown = 0;
    (void)state;
    draw_state = 7;
    for (int i = 0; i < 60; i++) {
        Arena *arena = arena_open();
        World world = {3, 2, 2, 1, false, {0}};
        fill(&world, 9);
        Options options = {0};
        Run run = publish(arena, &options, &world, WHOLE, COUNT(WHOLE));
        char *known = db_text(&run, arena,
                              SQL("SELECT cell FROM metrics_disclosure WHERE reason = "
                                  "'complementary' AND field = 'in_period' ORDER BY cell"),
                              NULL, NULL);
        db_close(&run);
        if (known) {
            printed_before = known;
            attack(arena, &world, WHOLE, COUNT(WHOLE), true);
            printed_before = NULL;
            nknown++;
        }
        arena_close(arena);
    }
    assert_true(nknown > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thousand_tables),
        cmocka_unit_test(parts_and_whole_together),
        cmocka_unit_test(people_who_come_again),
        cmocka_unit_test(shares_of_few),
        cmocka_unit_test(what_was_printed_before_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
