/* Cells: numbers, dates, persons, municipalities and codes as people write them. */
#include "tests/test.h"

#include "core/stage.h"
#include "core/text.h"
#include "ingest/cell.h"
#include "ingest/date_in.h"
#include "ingest/number.h"

#include <stdio.h>
#include <string.h>

static void test_numbers(void **state)
{
    static const struct {
        const char *text;
        bool good;
        double value;
        char mark;
        bool evidence;
    } CASES[] = {
        {"12", true, 12, 0, false},
        {"0", true, 0, 0, false},
        {"1,5", true, 1.5, ',', true},
        {"1.5", true, 1.5, '.', true},
        {".5", true, 0.5, '.', true},
        {"1.234", true, 1.234, '.', false},
        {"0,125", true, 0.125, ',', false},
        {"1,2345", true, 1.2345, ',', true},
        {"1 234", true, 1234, 0, false},
        {"12 345 678,90", true, 12345678.9, ',', true},
        {"1\xc2\xa0"
         "234,5",
         true, 1234.5, ',', true},
        {"12\xe2\x80\xaf"
         "345",
         true, 12345, 0, false},
        {"-3", true, -3, 0, false},
        {"\xe2\x88\x92"
         "3,5",
         true, -3.5, ',', true},
        {"\xe2\x80\x93"
         "3",
         true, -3, 0, false},
        {"", false, 0, 0, false},
        {"-", false, 0, 0, false},
        {",", false, 0, 0, false},
        {"5,", false, 0, 0, false},
        {"1 23", false, 0, 0, false},
        {"1234 567", false, 0, 0, false},
        {"1 234 56", false, 0, 0, false},
        {"1.234,5", false, 0, 0, false},
        {"1,234,567", false, 0, 0, false},
        {"1e3", false, 0, 0, false},
        {"12 €", false, 0, 0, false},
        {"nan", false, 0, 0, false},
        {"0x10", false, 0, 0, false},
        {"--1", false, 0, 0, false},
    };
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++) {
        Number number;
        bool good = number_parse(CASES[i].text, &number);
        if (good != CASES[i].good)
            fail_msg("'%s': %d", CASES[i].text, good);
        if (!good)
            continue;
        assert_close(number.value, CASES[i].value, 1e-15);
        assert_int_equal(number.mark, CASES[i].mark);
        assert_int_equal(number_is_evidence(&number), CASES[i].evidence);
    }
}

static void test_readings(void **state)
{
    char text[80];
    (void)state;
    number_readings("1.234", text, sizeof text);
    assert_string_equal(text, "1234 / 1,234");
}

static void test_dates(void **state)
{
    static const struct {
        const char *text, *iso;
    } CASES[] = {
        {"2027-03-05", "2027-03-05"},
        {"05.03.2027", "2027-03-05"},
        {"05.03.2027.", "2027-03-05"},
        {"5/3/2027", "2027-03-05"},
        {"5.3.2027.", "2027-03-05"},
        {"29.02.2028", "2028-02-29"},
        {"2027-03-05 09:30", "2027-03-05"},
        {"2027-03-05T09:30:00.123+02:00", "2027-03-05"},
        {"5/3/2027 9:30:15", "2027-03-05"},
        {"29.02.2027", ""},
        {"31.04.2027", ""},
        {"2027-3-5", ""},
        {"5.3.27", ""},
        {"03/25/2027", ""},
        {"5.3/2027", ""},
        {"2027-03-05 25:00", ""},
        {"2027-03-05 no rīta", ""},
        {"2027.03.05", ""},
        {"46086", ""},
        {"", ""},
    };
    (void)state;
    Arena *arena = arena_open();
    for (int i = 0; i < COUNT(CASES); i++)
        assert_string_equal(date_iso(arena, date_in(CASES[i].text)), CASES[i].iso);
    arena_close(arena);
}

static void test_persons(void **state)
{
    static const struct {
        const char *id;
        bool number;
        PersonKind kind;
        const char *normal;
    } CASES[] = {
        {"010190-11231", false, PERSON_PLAIN, "01019011231"},
        {"01019011231", false, PERSON_PLAIN, "01019011231"},
        {"010190-11237", false, PERSON_WRONG_CHECK, "01019011237"},
        {"310290-11231", false, PERSON_WRONG_DATE, NULL},
        {"010190-91231", false, PERSON_WRONG_DATE, NULL},
        {"320190-12345", false, PERSON_PLAIN, "32019012345"},
        {"390000-00000", false, PERSON_PLAIN, "39000000000"},
        {"400000-00000", false, PERSON_WRONG_DATE, NULL},
        {"010190-1123", false, PERSON_WRONG_LENGTH, NULL},
        {"01019-11231", false, PERSON_WRONG_LENGTH, NULL},
        {"A-17", false, PERSON_PLAIN, "A-17"},
        {"a-17", false, PERSON_PLAIN, "a-17"},
        {"Ķ12", false, PERSON_PLAIN, "Ķ12"},
        {"Anna@Example.ORG", false, PERSON_PLAIN, "anna@example.org"},
        {"+371 29 123 456", false, PERSON_PLAIN, "29123456"},
        {"29123456", false, PERSON_PLAIN, "29123456"},
        {"67123456", false, PERSON_PLAIN, "67123456"},
        {"+371 123", false, PERSON_SHORT_PHONE, NULL},
        {"39123456", false, PERSON_LOCAL, "riga:39123456"},
        {"017", false, PERSON_LOCAL, "riga:017"},
        {"1019011231", true, PERSON_ZERO_RESTORED, "01019011231"},
        {"1019011231", false, PERSON_LOCAL, "riga:1019011231"},
        {"1019011237", true, PERSON_LOCAL, "riga:1019011237"},
    };
    (void)state;
    for (int i = 0; i < COUNT(CASES); i++) {
        char normal[100] = "";
        PersonKind kind =
            person_normal(CASES[i].id, "riga", CASES[i].number, normal, sizeof normal);
        if (kind != CASES[i].kind)
            fail_msg("'%s': kind %d, wanted %d", CASES[i].id, (int)kind, (int)CASES[i].kind);
        if (CASES[i].normal)
            assert_string_equal(normal, CASES[i].normal);
    }
}

typedef struct {
    Arena *arena;
    Run run;
    Options options;
    Places *places;
} Fixture;

static Fixture *open_fixture(void)
{
    Arena *arena = arena_open();
    Fixture *fixture = arena_new(arena, Fixture, 1);
    fixture->arena = arena;
    fixture->run = (Run){.arena = arena, .options = &fixture->options};
    fixture->run.diag = diag_open(arena, NULL, LANG_EN, false);
    fixture->places = place_open(&fixture->run, arena);
    assert_non_null(fixture->places);
    return fixture;
}

static void test_places(void **state)
{
    static const struct {
        const char *text;
        PlaceKind kind;
        const char *atvk; /* or the hint */
    } CASES[] = {
        {"0005000", PLACE_FOUND, "0005000"},
        {"5000", PLACE_RESTORED, "0005000"},
        {"38001", PLACE_RESTORED, "0038001"},
        {"0038000", PLACE_CLOSED, "'0038001' (Madonas novads)"},
        {"0055000", PLACE_CLOSED, "'0038001' (Madonas novads)"},
        {"Varakļānu novads", PLACE_CLOSED, "'0038001' (Madonas novads)"},
        {"Madona", PLACE_FOUND, "0038001"},
        {"0050000", PLACE_OLD, "'0002000' (Daugavpils)"},
        {"0031010", PLACE_PARISH, "'0031000' (Jēkabpils novads)"},
        {"9999999", PLACE_UNKNOWN, NULL},
        {"Rīga", PLACE_FOUND, "0001000"},
        {"RIGA", PLACE_FOUND, "0001000"},
        {"Rīgas", PLACE_FOUND, "0001000"},
        {"Jelgava", PLACE_FOUND, "0003000"},
        {"Jelgavas", PLACE_FOUND, "0030000"},
        {"Jelgavas novads", PLACE_FOUND, "0030000"},
        {"jelgavas nov.", PLACE_FOUND, "0030000"},
        {"Jelgavas valstspilsēta", PLACE_FOUND, "0003000"},
        {"Rēzekne", PLACE_FOUND, "0006000"},
        {"Rezeknes novads", PLACE_FOUND, "0043000"},
        {"Ventspils", PLACE_FOUND, "0007000"},
        {"Ventspils novads", PLACE_FOUND, "0056000"},
        {"Jēkabpils", PLACE_FOUND, "0031000"},
        {"Ogre", PLACE_FOUND, "0040000"},
        {"Valmiera", PLACE_FOUND, "0054000"},
        {"Salaspils", PLACE_FOUND, "0045000"},
        {"Kurzeme", PLACE_UNKNOWN, NULL},
        {"Talsu  novads", PLACE_FOUND, "0051000"},
    };
    (void)state;
    Fixture *fixture = open_fixture();
    for (int i = 0; i < COUNT(CASES); i++) {
        const char *atvk, *hint;
        PlaceKind kind = place_find(fixture->places, fixture->arena, CASES[i].text, &atvk, &hint);
        if (kind != CASES[i].kind)
            fail_msg("'%s': kind %d, wanted %d", CASES[i].text, (int)kind, (int)CASES[i].kind);
        bool taken = kind == PLACE_FOUND || kind == PLACE_RESTORED;
        if (CASES[i].atvk)
            assert_string_equal(taken ? atvk : hint, CASES[i].atvk);
    }
    arena_close(fixture->arena);
}

/* What a cell of a type becomes: its value as text, or the message's code. */
static const char *read(Fixture *fixture, const DataColumn *column, RawKind kind, const char *text,
                        DecimalMark mark)
{
    PersonKey key;
    memset(&key, 0, sizeof key);
    CellReader reader = {fixture->arena, fixture->places, &key, "riga"};
    RawCell raw = {text, strlen(text), kind};
    Value value;
    CellNote note;
    if (!cell_read(&reader, column, &raw, mark, &value, &note))
        return diag_code(note.message);
    if (value.kind == VALUE_MISSING)
        return "";
    if (value.kind == VALUE_INTEGER)
        return arena_format(fixture->arena, "%lld", (long long)value.integer);
    if (value.kind == VALUE_REAL)
        return arena_format(fixture->arena, "%.15g", value.real);
    return value.text;
}

static void test_cells(void **state)
{
    static const struct {
        ColumnType type;
        RawKind kind;
        const char *text;
        DecimalMark mark;
        const char *wanted;
    } CASES[] = {
        {TYPE_NUMBER, RAW_TEXT, "1,5", ',', "1.5"},
        {TYPE_NUMBER, RAW_TEXT, "1,5", '.', "number.mark"},
        {TYPE_NUMBER, RAW_TEXT, "1,500", 0, "number.ambiguous"},
        {TYPE_NUMBER, RAW_TEXT, "1,500", ',', "1.5"},
        {TYPE_NUMBER, RAW_TEXT, "1,5", '!', "number.mixed"},
        {TYPE_NUMBER, RAW_TEXT, "-", 0, ""},
        {TYPE_NUMBER, RAW_TEXT, "", 0, ""},
        {TYPE_NUMBER, RAW_TEXT, "  7 ", 0, "7"},
        {TYPE_NUMBER, RAW_NUMBER, "1.234", 0, "1.234"},
        {TYPE_NUMBER, RAW_NUMBER, "1E-2", 0, "0.01"},
        {TYPE_NUMBER, RAW_DATE, "2027-03-05", 0, "number.date"},
        {TYPE_NUMBER, RAW_ERROR, "#N/A", 0, "cell.error"},
        {TYPE_INTEGER, RAW_TEXT, "3,0", ',', "3"},
        {TYPE_INTEGER, RAW_TEXT, "3,5", ',', "number.whole"},
        {TYPE_INTEGER, RAW_NUMBER, "2.9999999999", 0, "number.whole"},
        {TYPE_DATE, RAW_DATE, "2027-03-05", 0, "2027-03-05"},
        {TYPE_DATE, RAW_NUMBER, "46086", 0, "date.serial"},
        {TYPE_DATE, RAW_TEXT, "31.02.2027.", 0, "date.invalid"},
        {TYPE_BOOLEAN, RAW_TEXT, "JĀ", 0, "1"},
        {TYPE_BOOLEAN, RAW_TEXT, "aplams", 0, "0"},
        {TYPE_BOOLEAN, RAW_NUMBER, "1", 0, "1"},
        {TYPE_BOOLEAN, RAW_TEXT, "2", 0, "boolean.invalid"},
        {TYPE_ACTIVITY, RAW_TEXT, "24.10", 0, "24.10"},
        {TYPE_ACTIVITY, RAW_NUMBER, "24.3", 0, "24.3"},
        {TYPE_ACTIVITY, RAW_NUMBER, "24.1", 0, "activity.ambiguous"},
        {TYPE_ACTIVITY, RAW_TEXT, "24,1", 0, "activity.ambiguous"},
        {TYPE_ACTIVITY, RAW_TEXT, "24.11", 0, "activity.invalid"},
        {TYPE_ID, RAW_NUMBER, "17", 0, "17"},
        {TYPE_ID, RAW_TEXT, "NA", 0, "NA"},
        {TYPE_ID, RAW_DATE, "2027-03-05", 0, "id.date"},
        {TYPE_TEXT, RAW_TEXT, "a\xcc\x84", 0, "ā"},
        {TYPE_REGION, RAW_TEXT, "Rīgas plānošanas reģions", 0, "riga"},
        {TYPE_REGION, RAW_TEXT, "Ziemeļi", 0, "code.invalid"},
        {TYPE_PERIOD, RAW_TEXT, "2026H1", 0, "2026H1"},
        {TYPE_PERIOD, RAW_NUMBER, "2026", 0, "2026"},
        {TYPE_PERIOD, RAW_TEXT, "31.12.2027.", 0, "2027-12-31"},
        {TYPE_PERIOD, RAW_TEXT, "pavasaris", 0, "period.invalid"},
    };
    (void)state;
    Fixture *fixture = open_fixture();
    for (int i = 0; i < COUNT(CASES); i++) {
        DataColumn column = {.type = CASES[i].type, .min = NAN, .max = NAN};
        const char *found = read(fixture, &column, CASES[i].kind, CASES[i].text, CASES[i].mark);
        if (strcmp(found, CASES[i].wanted) != 0)
            fail_msg("case %d '%s': %s, wanted %s", i, CASES[i].text, found, CASES[i].wanted);
    }
    arena_close(fixture->arena);
}

/* Of an item: bounds, missing codes, labels. */
static void test_items(void **state)
{
    (void)state;
    Fixture *fixture = open_fixture();
    const char *missing[] = {"9", "Grūti pateikt"};
    DataColumn column = {
        .type = TYPE_NUMBER, .min = 1, .max = 5, .missing = missing, .nmissing = 2};
    dataset_add_code(fixture->arena, &column, "5", "Pilnīgi piekrītu");
    dataset_add_code(fixture->arena, &column, "5", "Fully agree");
    assert_string_equal(read(fixture, &column, RAW_TEXT, "4", 0), "4");
    assert_string_equal(read(fixture, &column, RAW_TEXT, "6", 0), "number.high");
    assert_string_equal(read(fixture, &column, RAW_TEXT, "0", 0), "number.low");
    assert_string_equal(read(fixture, &column, RAW_TEXT, "9", 0), "");
    assert_string_equal(read(fixture, &column, RAW_NUMBER, "9", 0), "");
    assert_string_equal(read(fixture, &column, RAW_TEXT, "Grūti pateikt", 0), "");
    assert_string_equal(read(fixture, &column, RAW_TEXT, "pilnigi piekritu", 0), "5");
    assert_string_equal(read(fixture, &column, RAW_TEXT, "FULLY AGREE", 0), "5");
    arena_close(fixture->arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_readings),
        cmocka_unit_test(test_dates),   cmocka_unit_test(test_persons),
        cmocka_unit_test(test_places),  cmocka_unit_test(test_cells),
        cmocka_unit_test(test_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
