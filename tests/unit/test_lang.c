/* Numbers, money, shares, dates, periods and plurals as Latvian and English write them. */
#include "tests/test.h"

#include "core/lang.h"

#include <string.h>

static void writes_numbers(void **state)
{
    static const struct {
        Lang lang;
        double value;
        int decimals;
        const char *text;
    } CASES[] = {
        {LANG_LV, 0.85, 2, "0,85"},
        {LANG_LV, 1234, 0, "1234"},
        {LANG_LV, 12345.678, 3, "12" NBSP "345,678"},
        {LANG_LV, 1234567.891, 3, "1" NBSP "234" NBSP "567,891"},
        {LANG_LV, -0.5, 1, "−0,5"},
        {LANG_LV, -0.04, 1, "0,0"},
        {LANG_LV, 0.285, 2, "0,29"}, /* half away from zero of the shortest decimal text */
        {LANG_LV, 1.005, 2, "1,01"},
        {LANG_LV, 2.5, 0, "3"},
        {LANG_LV, -2.5, 0, "−3"},
        {LANG_LV, 0.5, 0, "1"},
        {LANG_LV, 0.049, 1, "0,0"},
        {LANG_LV, 0.05, 1, "0,1"},
        {LANG_LV, 99.995, 2, "100,00"},
        {LANG_LV, 0, 0, "0"},
        {LANG_LV, 1e-9, 3, "0,000"},
        {LANG_LV, NAN, 1, "–"},
        {LANG_EN, 1234.5, 1, "1,234.5"},
        {LANG_EN, 999, 0, "999"},
        {LANG_EN, 1234567, 0, "1,234,567"},
    };
    (void)state;
    Arena *arena = arena_open();
    for (int i = 0; i < COUNT(CASES); i++)
        assert_string_equal(lang_number(arena, CASES[i].lang, CASES[i].value, CASES[i].decimals),
                            CASES[i].text);
    assert_string_equal(lang_share(arena, LANG_LV, 0.123, 1), "12,3" NBSP "%");
    assert_string_equal(lang_share(arena, LANG_LV, 0.2855, 1), "28,6" NBSP "%");
    assert_string_equal(lang_share(arena, LANG_EN, 1.0, 1), "100.0%");
    assert_string_equal(lang_share(arena, LANG_LV, 0, 1), "0,0" NBSP "%");
    assert_string_equal(lang_eur(arena, LANG_LV, 12345.6, 2), "12" NBSP "345,60" NBSP "€");
    assert_string_equal(lang_eur(arena, LANG_LV, 3000, 0), "3000" NBSP "€");
    assert_string_equal(lang_eur(arena, LANG_EN, -3000, 0), "−€3,000");
    assert_string_equal(lang_p(arena, LANG_LV, 0.0361), "0,036");
    assert_string_equal(lang_p(arena, LANG_LV, 0.00001), "<" NBSP "0,001");
    arena_close(arena);
}

static void rounds_as_it_writes(void **state)
{
    (void)state;
    assert_close(lang_round(0.285, 2), 0.29, 0);
    assert_close(lang_round(-2.5, 0), -3, 0);
    assert_close(lang_round(12345.678, 1), 12345.7, 0);
    assert_close(lang_round(0.0004, 3), 0, 0);
    assert_close(lang_round(9.9996, 3), 10, 0);
}

static void writes_dates(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Date date = date_parse("2027-03-05"), april = date_parse("2026-04-30");
    assert_string_equal(lang_date(arena, LANG_LV, date), "05.03.2027.");
    assert_string_equal(lang_date(arena, LANG_EN, date), "5" NBSP "March" NBSP "2027");
    assert_string_equal(lang_date_long(arena, LANG_LV, date, CASE_NOMINATIVE),
                        "2027." NBSP "gada" NBSP "5." NBSP "marts");
    assert_string_equal(lang_date_long(arena, LANG_LV, date, CASE_LOCATIVE),
                        "2027." NBSP "gada" NBSP "5." NBSP "martā");
    assert_string_equal(lang_date_long(arena, LANG_LV, april, CASE_GENITIVE),
                        "2026." NBSP "gada" NBSP "30." NBSP "aprīļa");
    assert_string_equal(lang_date_long(arena, LANG_LV, april, CASE_DATIVE),
                        "2026." NBSP "gada" NBSP "30." NBSP "aprīlim");
    arena_close(arena);
}

static void parses_periods(void **state)
{
    static const struct {
        const char *name, *from, *to, *lv;
    } CASES[] = {
        {"2026", "2026-01-01", "2026-12-31", "2026." NBSP "gadā"},
        {"2026H2", "2026-07-01", "2026-12-31", "2026." NBSP "gada 2." NBSP "pusgadā"},
        {"2026Q1", "2026-01-01", "2026-03-31", "2026." NBSP "gada 1." NBSP "ceturksnī"},
        {"2024M02", "2024-02-01", "2024-02-29", "2024." NBSP "gada februārī"},
        {"2027-03-14..2027-09-13", "2027-03-14", "2027-09-13", "no 14.03.2027. līdz 13.09.2027."},
    };
    static const char *const BAD[] = {
        "2026H3", "2026H0", "26H1",    "2026Q5",  "2026-01-01..2025-01-01",
        "x",      "",       "2026M13", "2026H1-b"};
    (void)state;
    Arena *arena = arena_open();
    Period period;
    for (int i = 0; i < COUNT(CASES); i++) {
        assert_true(period_parse(arena, CASES[i].name, &period));
        assert_string_equal(date_iso(arena, period.from), CASES[i].from);
        assert_string_equal(date_iso(arena, period.to), CASES[i].to);
        assert_string_equal(lang_period(arena, LANG_LV, &period, CASE_LOCATIVE), CASES[i].lv);
    }
    for (int i = 0; i < COUNT(BAD); i++)
        assert_false(period_parse(arena, BAD[i], &period));
    Period *list;
    assert_int_equal(
        period_list(arena, date_parse("2024-12-13"), date_parse("2027-12-31"), 6, &list), 7);
    assert_string_equal(list[0].name, "2024H2");
    assert_string_equal(list[6].name, "2027H2");
    arena_close(arena);
}

static void reads_dates(void **state)
{
    static const char *const BAD[] = {"2026-02-29", "2026-13-01",  "2026-00-10", "2026-1-1",
                                      "",           "2026-01-01x", "0000-01-01"};
    (void)state;
    for (int i = 0; i < COUNT(BAD); i++)
        assert_int_equal(date_parse(BAD[i]), DATE_NONE);
    assert_int_equal(date_parse("1970-01-01"), 0);
    assert_int_equal(date_parse("2000-03-01"), 11017);
    Arena *arena = arena_open();
    for (Date day = date_parse("1899-12-30"); day < date_parse("2100-01-01"); day += 13)
        assert_int_equal(date_parse(date_iso(arena, day)), day);
    assert_string_equal(date_iso(arena, date_add_months(date_parse("2026-01-31"), 1)),
                        "2026-02-28");
    assert_string_equal(date_iso(arena, date_add_months(date_parse("2026-01-31"), -2)),
                        "2025-11-30");
    arena_close(arena);
}

static void chooses_number(void **state)
{
    static const struct {
        Lang lang;
        double value;
        int decimals;
        bool singular;
    } CASES[] = {
        {LANG_LV, 1, 0, true},     {LANG_LV, 21, 0, true},   {LANG_LV, 101, 0, true},
        {LANG_LV, 11, 0, false},   {LANG_LV, 111, 0, false}, {LANG_LV, 2, 0, false},
        {LANG_LV, 0, 0, false},    {LANG_LV, 0.1, 1, true},  {LANG_LV, 1.4, 1, false},
        {LANG_LV, 2.11, 2, false}, {LANG_LV, 0.21, 2, true}, {LANG_EN, 1, 0, true},
        {LANG_EN, 21, 0, false},   {LANG_EN, 0, 0, false},
    };
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++)
        assert_int_equal(lang_is_singular(CASES[i].lang, CASES[i].value, CASES[i].decimals),
                         CASES[i].singular);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_numbers), cmocka_unit_test(rounds_as_it_writes),
        cmocka_unit_test(writes_dates),   cmocka_unit_test(parses_periods),
        cmocka_unit_test(reads_dates),    cmocka_unit_test(chooses_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
