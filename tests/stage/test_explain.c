/* `list` and `explain`: all that the program is made of can be named and explained, in both
 * languages; a wrong name is answered with a near one. */
#include "tests/test.h"

#include "cli/catalogue.h"
#include "cli/command.h"
#include "core/text.h"
#include "tests/output.h"

#include <string.h>

static Arena *arena;

static Output run(const Command *command, const char *argument, Lang lang)
{
    Options options = {0};
    Run setting = {
        .diag = diag_open(arena, NULL, lang, false), .arena = arena, .options = &options};
    char *args[] = {arena_text(arena, argument)};
    return output_of(command, &setting, 1, args);
}

static void lists_every_kind(void **state)
{
    static const struct {
        const char *kind, *some;
    } CASES[] = {{"kpi", "events_held"},     {"estimator", "did"},         {"report", "progress"},
                 {"dataset", "community"},   {"rule", "end_before_start"}, {"block", "kpi"},
                 {"frame", "resident_waves"}};
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++) {
        Output output = run(&COMMAND_LIST, CASES[i].kind, LANG_LV);
        assert_int_equal(output.status, EXIT_DONE);
        if (!strstr(output.text, CASES[i].some))
            fail_msg("%s has no %s", CASES[i].kind, CASES[i].some);
    }
    assert_null(strstr(run(&COMMAND_LIST, "report", LANG_EN).text, "_evidence"));
}

static void explains_everything(void **state)
{
    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int k = 0; k < NCATALOGUE; k++) {
            CatalogueItem *items;
            Options options = {0};
            Run setting = {.diag = diag_open(arena, NULL, (Lang)lang, false),
                           .arena = arena,
                           .options = &options};
            int count = catalogue_items(&setting, &CATALOGUE[k], &items);
            for (int i = 0; i < count; i++) {
                Output output = run(&COMMAND_EXPLAIN, items[i].id, (Lang)lang);
                if (output.status != EXIT_DONE || output.errors > 0 ||
                    !strstr(output.text, items[i].id) || strlen(output.text) < 40)
                    fail_msg("%s %s is not explained: %s", CATALOGUE[k].name, items[i].id,
                             output.text);
            }
        }
}

static void explains_in_the_language_asked_for(void **state)
{
    (void)state;
    assert_non_null(
        strstr(run(&COMMAND_EXPLAIN, "events_held", LANG_LV).text, "Notikušie pasākumi"));
    assert_non_null(strstr(run(&COMMAND_EXPLAIN, "events_held", LANG_EN).text, "Events held"));
    assert_null(strstr(run(&COMMAND_EXPLAIN, "end_before_start", LANG_EN).text, "message_lv"));
}

static void answers_a_wrong_name(void **state)
{
    (void)state;
    Output output = run(&COMMAND_EXPLAIN, "event_held", LANG_LV);
    assert_int_equal(output.status, EXIT_USAGE);
    assert_int_equal(output.errors, 1);
    assert_int_equal(run(&COMMAND_LIST, "kpis", LANG_LV).status, EXIT_USAGE);
}

static void splits_lines(void **state)
{
    static const struct {
        const char *line;
        int count;
        const char *fields[4];
    } CASES[] = {
        {"a,b,c", 3, {"a", "b", "c"}},
        {"", 1, {""}},
        {",", 2, {"", ""}},
        {"\"a,b\",c", 2, {"a,b", "c"}},
        {"\"a \"\"b\"\"\",", 2, {"a \"b\"", ""}},
        {"a;b", 1, {"a;b"}},
    };
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++) {
        const char **fields;
        int count = csv_line_split(arena, CASES[i].line, strlen(CASES[i].line), &fields);
        assert_int_equal(count, CASES[i].count);
        for (int k = 0; k < count; k++)
            assert_string_equal(fields[k], CASES[i].fields[k]);
    }
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_open();
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_every_kind),
        cmocka_unit_test(explains_everything),
        cmocka_unit_test(explains_in_the_language_asked_for),
        cmocka_unit_test(answers_a_wrong_name),
        cmocka_unit_test(splits_lines),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
