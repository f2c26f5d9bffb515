/* The metrics stage alone: every KPI on hand-made rows with the value worked out by hand beside
 * them (tests/stage/kpi/), whatever the order of the rows; completeness, targets, checks, faulty
 * KPIs. */
#include "tests/stage/metrics_store.h"

static const char *const CASES[] = {"participants", "events", "initiatives", "communities",
                                    "assessments"};

static char *read_case(Run *run, const char *name)
{
    size_t size;
    char *text =
        file_read(run, run->arena, arena_format(run->arena, "tests/stage/kpi/%s.csv", name), &size);
    assert_non_null(text);
    return text;
}

static double number(const char *text)
{
    return *text ? strtod(text, NULL) : NAN;
}

static void compare_value(Run *run, int line, char **part, int npart)
{
    Query query;
    assert_int_equal(npart, 6);
    assert_true(query_open(&query, run,
                           SQL("SELECT in_period, cumulative FROM metrics_value WHERE kpi = ?1 AND "
                               "region = ?2 AND period = ?3 AND sex = ?4")));
    query_bind(&query, 1, "tttt", part[0], part[1], part[2], part[3]);
    if (!query_next(&query))
        fail_msg("line %d: no value of %s in %s, %s", line, part[0], part[1], part[2]);
    for (int i = 0; i < 2; i++) {
        double found = query_double(&query, i), wanted = number(part[4 + i]);
        bool same =
            isnan(wanted) ? isnan(found) : fabs(found - wanted) <= 1e-13 * fmax(1, fabs(wanted));
        if (!same)
            fail_msg("line %d: %s in %s, %s%s: %s is %.15g, wanted %s", line, part[0], part[1],
                     part[2], part[3], i ? "cumulative" : "in_period", found, part[4 + i]);
    }
    query_close(&query);
}

static const StoreExpect EXPECT_LATER = {"expect", NULL}, EXPECT_NOW = {"expect", compare_value};

/* All that was published and all exact values, as one text. */
static char *dump(Run *run)
{
    Buffer text = buffer_open(run->arena);
    static const char *const TABLES[] = {"metrics_value", "metrics_value_published",
                                         "metrics_initiative_published",
                                         "metrics_municipality_published", "metrics_check"};
    for (int i = 0; i < COUNT(TABLES); i++) {
        Query query;
        assert_true(
            query_open(&query, run, SQL(arena_format(run->arena, "SELECT * FROM %s", TABLES[i]))));
        while (query_next(&query))
            for (int k = 0; k < query_ncolumn(&query); k++)
                buffer_format(&text, "%s|", query_is_null(&query, k) ? "" : query_text(&query, k));
        assert_true(query_close(&query));
    }
    return arena_text(run->arena, buffer_end(&text));
}

static void values_by_hand(void **state)
{
    const char *name = *state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = store_open_empty(arena, &options);
    char *text = read_case(&run, name);
    store_load(&run, text, false, &EXPECT_LATER);
    assert_true(store_run(&run));
    assert_int_equal(diag_count(run.diag, SEVERITY_ERROR), 0);
    store_load(&run, strstr(text, "[expect]"), false, &EXPECT_NOW);
    db_close(&run);
    arena_close(arena);
}

static void order_of_rows_decides_nothing(void **state)
{
    const char *name = *state;
    Arena *arena = arena_open();
    Options options = {0};
    char *found[2];
    for (int backwards = 0; backwards < 2; backwards++) {
        Run run = store_open_empty(arena, &options);
        store_load(&run, read_case(&run, name), backwards, &EXPECT_LATER);
        assert_true(store_run(&run));
        found[backwards] = dump(&run);
        db_close(&run);
    }
    assert_true(strlen(found[0]) > 10000);
    assert_string_equal(found[0], found[1]);
    arena_close(arena);
}

static void every_kpi_has_a_case(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = store_open_empty(arena, &options);
    const Asset **kpis;
    int n = asset_list(&run, "metrics/kpi", ".sql", &kpis);
    assert_true(n >= 66);
    for (int i = 0; i < n; i++) {
        bool seen = false;
        for (int k = 0; k < COUNT(CASES) && !seen; k++)
            seen = strstr(read_case(&run, CASES[k]), arena_format(arena, "\n%s,", kpis[i]->name)) !=
                   NULL;
        if (!seen)
            fail_msg("no case has '%s'", kpis[i]->name);
    }
    db_close(&run);
    arena_close(arena);
}

int main(void)
{
    struct CMUnitTest tests[2 * COUNT(CASES) + 1];
    int n = 0;
    for (int i = 0; i < COUNT(CASES); i++) {
        tests[n++] = (struct CMUnitTest){CASES[i], values_by_hand, NULL, NULL, (void *)CASES[i]};
        tests[n++] = (struct CMUnitTest){CASES[i], order_of_rows_decides_nothing, NULL, NULL,
                                         (void *)CASES[i]};
    }
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(every_kpi_has_a_case);
    return _cmocka_run_group_tests("metrics", tests, (size_t)n, NULL, NULL);
}
