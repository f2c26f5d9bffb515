/* The store: faults with their place, own functions, exact sums, headers, and the fence of a stage.
 */
#include "tests/test.h"

#include "core/asset.h"
#include "core/stage.h"
#include "core/sum.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

static Diagnostic heard;
static int nheard;

static void hear(void *user, const Diagnostic *diagnostic)
{
    Arena *arena = user;
    heard = *diagnostic;
    heard.at.file = arena_text(arena, diagnostic->at.file);
    heard.text[LANG_EN] = arena_text(arena, diagnostic->text[LANG_EN]);
    nheard++;
}

static Run open_store(Arena *arena, const Options *options)
{
    Run run = {.diag = diag_open(arena, NULL, LANG_EN, false), .arena = arena, .options = options};
    diag_listen(run.diag, hear, arena);
    nheard = 0;
    assert_true(db_open(&run, ":memory:", false));
    return run;
}

static void names_the_place(void **state)
{
    static const struct {
        const char *sql;
        int line, column;
    } CASES[] = {
        {"SELECT 1;\nSELECT\n  missing_column", 3, 3},
        {"SELECT ā FROM x", 1, 8}, /* columns count letters, not bytes */
        {"SELEC 1", 1, 1},
    };
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = open_store(arena, &options);
    assert_true(db_exec(&run, SQL("CREATE TABLE x(y)")));
    for (int i = 0; i < COUNT(CASES); i++) {
        nheard = 0;
        assert_false(db_exec(&run, (Sql){"rules/x.sql", 1, CASES[i].sql}));
        assert_int_equal(nheard, 1);
        assert_string_equal(heard.at.file, "rules/x.sql");
        assert_int_equal(heard.at.line, CASES[i].line);
        assert_int_equal(heard.at.column, CASES[i].column);
    }
    db_close(&run);
    arena_close(arena);
}

static void sums_exactly(void **state)
{
    static const double TERMS[][6] = {
        {1e100, 1, -1e100, 1}, {0.1, 0.2, 0.3, -0.6}, {1e16, 1, 1e-16}, {1, 1e-16, 1e-16}};
    static const double SUMS[] = {2, 2.7755575615628914e-17, 10000000000000001.0 + 1,
                                  1.0000000000000002};
    (void)state;
    for (int i = 0; i < COUNT(SUMS); i++) {
        ExactSum forward = {0}, backward = {0};
        for (int j = 0; j < 6; j++)
            sum_add(&forward, TERMS[i][j]);
        for (int j = 5; j >= 0; j--)
            sum_add(&backward, TERMS[i][j]);
        assert_true(sum_value(&forward) == sum_value(&backward));
        if (i != 2)
            assert_true(sum_value(&forward) == SUMS[i]);
    }
    Arena *arena = arena_open();
    Options options = {0};
    Run run = open_store(arena, &options);
    assert_close(
        db_double(
            &run,
            SQL("SELECT exact_sum(column1) FROM (VALUES (1e100), (1), (-1e100), (NULL), (1))"),
            NULL, NAN),
        2, 0);
    assert_close(db_double(&run, SQL("SELECT exact_sum(1) WHERE 0"), NULL, NAN), NAN, 0);
    assert_close(db_double(&run, SQL("SELECT date_days(date_add('2026-02-27', 2))"), NULL, NAN),
                 20513, 0);
    assert_string_equal(db_text(&run, arena, SQL("SELECT date_months('2026-01-31', 1)"), NULL, ""),
                        "2026-02-28");
    assert_string_equal(db_text(&run, arena,
                                SQL("SELECT group_concat(n) FROM (SELECT column1 AS n FROM (VALUES "
                                    "('Ķ'),('L'),('K')) ORDER BY column1 COLLATE LV)"),
                                NULL, ""),
                        "K,Ķ,L");
    db_close(&run);
    arena_close(arena);
}

static void reads_headers(void **state)
{
    static const Asset ASSET = {"x", "kpi/x.sql",
                                "-- title_lv: Notikumi\n-- note_lv: pirmā daļa\n--   otrā daļa\n-- "
                                "column a: integer | A\n\nSELECT 1 -- b: c\n",
                                0, false};
    static const char *const KNOWN[] = {"title_lv", "note_lv", "column *"};
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = open_store(arena, &options);
    Header header = header_read(arena, &ASSET);
    assert_int_equal(header.nentry, 3);
    assert_string_equal(header_get(&header, "note_lv"), "pirmā daļa otrā daļa");
    assert_string_equal(header_get(&header, "column a"), "integer | A");
    assert_string_equal(header_lang(&run, &header, "title", LANG_EN), "Notikumi");
    assert_int_equal(header_place(&header, "column a").line, 4);
    assert_true(header_check(&run, &header, KNOWN, COUNT(KNOWN)));
    assert_false(header_check(&run, &header, KNOWN, 2));
    assert_int_equal(heard.at.line, 4);
    assert_null(header_need(&run, &header, "fold"));
    db_close(&run);
    arena_close(arena);
}

/* One attempt inside a stage "second" that may read "first_*"; true if SQLite let it through. */
static bool attempt(Run *run, Fence *fence, const char *sql)
{
    stage_fence(run, fence);
    diag_silence(run->diag, true);
    bool done = db_exec(run, (Sql){"attempt.sql", 1, sql});
    diag_silence(run->diag, false);
    stage_fence(run, NULL);
    return done;
}

static void fences_stages(void **state)
{
    static const struct {
        const char *sql;
        bool allowed;
    } CASES[] = {
        {"INSERT INTO second_own VALUES (2)", true},
        {"CREATE TABLE second_more(x); CREATE INDEX second_index ON second_own(x); DROP TABLE "
         "second_more",
         true},
        {"CREATE VIEW second_view AS SELECT x FROM first_table", true},
        {"SELECT x FROM first_table", true},
        {"SELECT count(*) FROM first_table", true},
        {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT "
         "max(i) FROM n",
         true},
        {"SELECT value FROM json_each('[1,2]')", true},
        {"INSERT INTO first_table VALUES (2)", false},
        {"UPDATE first_table SET x = 3", false},
        {"DELETE FROM first_table", false},
        {"DROP TABLE first_table", false},
        {"CREATE INDEX second_index2 ON first_table(x)", false},
        {"SELECT x FROM third_table", false},
        {"SELECT x FROM secondary", false}, /* the prefix ends with an underscore */
        {"CREATE TABLE third_x(x)", false},
        {"CREATE TEMP TABLE second_temp(x)", false},
        {"CREATE TRIGGER second_t AFTER INSERT ON second_own BEGIN SELECT 1; END", false},
        {"ATTACH ':memory:' AS other", false},
        {"PRAGMA foreign_keys = OFF", false},
        {"SELECT random()", false},
        {"SELECT datetime('now')", false},
        {"SELECT load_extension('x')", false},
        {"BEGIN", false},
    };
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = open_store(arena, &options);
    assert_true(db_exec(&run, SQL("CREATE TABLE first_table(x); INSERT INTO first_table VALUES "
                                  "(1); CREATE TABLE second_own(x);"
                                  "CREATE TABLE third_table(x); CREATE TABLE secondary(x)")));
    static const char *const EARLIER[] = {"first"};
    Fence fence = {.own = "second", .earlier = EARLIER, .nearlier = 1};
    for (int i = 0; i < COUNT(CASES); i++)
        if (attempt(&run, &fence, CASES[i].sql) != CASES[i].allowed)
            fail_msg("%s", CASES[i].sql);
    assert_close(db_double(&run, SQL("SELECT count(*) FROM first_table"), NULL, 0), 1, 0);
    db_close(&run);
    arena_close(arena);
}

/* A report reads published tables alone; a CTE's name opens nothing. */
static void fences_reports(void **state)
{
    static const struct {
        const char *sql;
        bool allowed, authority;
    } CASES[] = {
        {"SELECT x FROM first_a_published", true, false},
        {"SELECT x FROM first_a_authority", false, false},
        {"SELECT x FROM first_a_authority", true, true},
        {"SELECT x FROM first_table", false, true},
        {"WITH x_published AS (SELECT x FROM first_table) SELECT x FROM x_published", false, false},
        {"WITH first_a_published AS (SELECT x FROM first_table) SELECT x FROM first_a_published",
         false, false},
        {"SELECT x FROM (SELECT x FROM first_table) AS first_a_published", false, false},
        {"SELECT x FROM first_view_published", false, false}, /* a view over a forbidden table */
        {"SELECT name FROM sqlite_master", false, false},
        {"SELECT (SELECT count(*) FROM first_table)", false, false},
    };
    (void)state;
    Arena *arena = arena_open();
    Options options = {0};
    Run run = open_store(arena, &options);
    assert_true(
        db_exec(&run, SQL("CREATE TABLE first_table(x); CREATE TABLE first_a_published(x); CREATE "
                          "TABLE first_a_authority(x);"
                          "CREATE VIEW first_view_published AS SELECT x FROM first_table")));
    static const char *const EARLIER[] = {"first"};
    for (int i = 0; i < COUNT(CASES); i++) {
        Fence fence = {.earlier = EARLIER,
                       .nearlier = 1,
                       .published_only = true,
                       .authority = CASES[i].authority};
        if (attempt(&run, &fence, CASES[i].sql) != CASES[i].allowed)
            fail_msg("%s", CASES[i].sql);
    }
    db_close(&run);
    arena_close(arena);
}

static void diagnoses_in_both_languages(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char *out = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&out, &size);
    Diag *diag = diag_open(arena, file, LANG_LV, false);
    assert_false(diag_fail(diag, (Place){"plan.csv", 3, 7}, MSG_CLI_DATE, "2026-2-1"));
    fflush(file);
    assert_string_equal(
        out, "plan.csv:3:7: error: nederīgs datums '2026-2-1'; gaidīts GGGG-MM-DD [cli.date]\n");
    assert_int_equal(diag_count(diag, SEVERITY_ERROR), 1);
    fclose(file);
    free(out);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_place), cmocka_unit_test(sums_exactly),
        cmocka_unit_test(reads_headers),   cmocka_unit_test(fences_stages),
        cmocka_unit_test(fences_reports),  cmocka_unit_test(diagnoses_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
