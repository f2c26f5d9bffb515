/* Disclosure control against an outsider who knows every sum: random tables of persons are
 * published, and an own solver (dense simplex over the atoms of the table, nothing shared with the
 * program) tries to pin down each hidden cell from the visible ones. */
#include "tests/stage/protect_world.h"

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
