/* CSV out: quoting, numbers with a point and 15 digits, missing as empty. */
#include "tests/test.h"

#include "core/csv.h"

#include <stdlib.h>
#include <string.h>

static const char *written(char *buffer, size_t size, void (*write)(CsvWriter *), char separator)
{
    FILE *file = tmpfile();
    CsvWriter writer = {.out = file, .separator = separator};
    write(&writer);
    rewind(file);
    size_t length = fread(buffer, 1, size - 1, file);
    buffer[length] = '\0';
    fclose(file);
    return buffer;
}

static void texts(CsvWriter *writer)
{
    static const char *const TEXTS[] = {"vienkāršs",     "",          NULL, "a,b", "pēdiņa \"",
                                        "divas\nrindas", " atstarpe", "a;b"};
    for (int i = 0; i < (int)(sizeof TEXTS / sizeof *TEXTS); i++)
        csv_put_text(writer, TEXTS[i]);
    csv_put_end(writer);
    csv_put_text(writer, "nākamā");
    csv_put_end(writer);
}

static void numbers(CsvWriter *writer)
{
    static const double NUMBERS[] = {0.1, 1.0 / 3, -0.0, 1e21, 123456789012345, NAN, 1e-7};
    for (int i = 0; i < (int)(sizeof NUMBERS / sizeof *NUMBERS); i++)
        csv_put_number(writer, NUMBERS[i]);
    csv_put_integer(writer, INT64_MIN);
    csv_put_end(writer);
}

static void writes_texts(void **state)
{
    char buffer[512];
    (void)state;
    assert_string_equal(
        written(buffer, sizeof buffer, texts, 0),
        "vienkāršs,,,\"a,b\",\"pēdiņa \"\"\",\"divas\nrindas\",\" atstarpe\",a;b\nnākamā\n");
    assert_string_equal(
        written(buffer, sizeof buffer, texts, ';'),
        "vienkāršs;;;a,b;\"pēdiņa \"\"\";\"divas\nrindas\";\" atstarpe\";\"a;b\"\nnākamā\n");
}

static void writes_numbers(void **state)
{
    char buffer[512];
    (void)state;
    assert_string_equal(
        written(buffer, sizeof buffer, numbers, 0),
        "0.1,0.333333333333333,0,1e+21,123456789012345,,1e-07,-9223372036854775808\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(writes_texts),
                                       cmocka_unit_test(writes_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
