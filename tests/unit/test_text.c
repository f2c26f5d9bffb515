/* Text: UTF-8, normal form, keys for matching, Latvian order. */
#include "tests/test.h"

#include "core/text.h"

#include <stdlib.h>
#include <string.h>

static void normalises(void **state)
{
    static const struct {
        const char *in, *out;
    } CASES[] = {
        {"  Kopiena \xc2\xa0", "Kopiena"},
        {"a\xcc\x84", "ā"},
        {"k\xcc\xa7", "ķ"},
        {"x\x01y\tz", "xy\tz"},
        {"", ""},
        {" \xef\xbb\xbf ", ""},
    };
    (void)state;
    Arena *arena = arena_open();
    for (int i = 0; i < COUNT(CASES); i++)
        assert_string_equal(text_normal(arena, CASES[i].in, strlen(CASES[i].in)), CASES[i].out);
    arena_close(arena);
}

static void makes_keys(void **state)
{
    static const struct {
        const char *in, *out;
    } CASES[] = {
        {"Dalībnieka ID", "dalibniekaid"},
        {"person_id", "personid"},
        {"ŠĶŪŅI Čļ", "skunicl"},
        {"Rēzeknes nov.", "rezeknesnov."},
    };
    (void)state;
    Arena *arena = arena_open();
    for (int i = 0; i < COUNT(CASES); i++)
        assert_string_equal(text_key(arena, CASES[i].in), CASES[i].out);
    arena_close(arena);
}

static void checks_utf8(void **state)
{
    (void)state;
    assert_true(text_is_utf8("āčē", strlen("āčē")));
    assert_false(text_is_utf8("\xe2\x28", 2));
    assert_false(text_is_utf8("\xc0\x80", 2));
}

static int by_lv(const void *left, const void *right)
{
    return text_compare_lv(*(const char *const *)left, *(const char *const *)right);
}

/* The orders that CLDR 48 gives for lv, read off its implementation. */
static void sorts_latvian(void **state)
{
    static const char *const SORTED[][9] = {
        {"ab", "ac", "az", "āb", "ād", "āz"},
        {"Adaži", "Āboli", "Ādaži"},
        {"Aizkraukles", "Alūksnes", "Augšdaugavas", "Ādažu", "Balvu"},
        {"Cēsis", "Čaks"},
        {"Kuldīga", "Ķekava"},
        {"Limbaži", "Līvāni", "Ļaudona"},
        {"Ieva", "Ylva", "Īle"},
        {"Nr. 2", "Nr. 9", "Rīga", "rīts"},
    };
    (void)state;
    for (int i = 0; i < COUNT(SORTED); i++) {
        const char *names[9];
        int n = 0;
        for (; n < 9 && SORTED[i][n]; n++)
            names[n] = SORTED[i][n];
        for (int j = 0; j < n / 2; j++) { /* start from the wrong order */
            const char *swap = names[j];
            names[j] = names[n - 1 - j];
            names[n - 1 - j] = swap;
        }
        qsort(names, (size_t)n, sizeof *names, by_lv);
        for (int j = 0; j < n; j++)
            assert_string_equal(names[j], SORTED[i][j]);
    }
}

static void finds_nearest(void **state)
{
    static const char *const NAMES[] = {"events_held", "visits", "volunteers"};
    (void)state;
    Arena *arena = arena_open();
    assert_string_equal(text_nearest(arena, "event_held", NAMES, 3), "events_held");
    assert_string_equal(text_nearest(arena, "visist", NAMES, 3), "visits");
    assert_null(text_nearest(arena, "qqqqqqqq", NAMES, 3));
    arena_close(arena);
}

static void splits(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    const char **parts;
    assert_int_equal(text_split(arena, " a; b;;c ;", ';', &parts), 3);
    assert_string_equal(parts[0], "a");
    assert_string_equal(parts[1], "b");
    assert_string_equal(parts[2], "c");
    assert_int_equal(text_split(arena, "", ';', &parts), 0);
    arena_close(arena);
}

static void hashes(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    assert_string_equal(text_sha256(arena, "abc", 3),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    arena_close(arena);
}

static void arena_goes_back(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char *kept = arena_text(arena, "kept");
    ArenaMark mark = arena_mark(arena);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(arena_new(arena, char, 1000)[999], 0);
    arena_release(arena, mark);
    assert_string_equal(kept, "kept");
    int *zeroed = arena_new(arena, int, 300);
    for (int i = 0; i < 300; i++)
        assert_int_equal(zeroed[i], 0);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(normalises),    cmocka_unit_test(makes_keys),
        cmocka_unit_test(checks_utf8),   cmocka_unit_test(sorts_latvian),
        cmocka_unit_test(finds_nearest), cmocka_unit_test(splits),
        cmocka_unit_test(hashes),        cmocka_unit_test(arena_goes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
