/* The fuzz targets over the corpora that are kept: every file of tests/corpus, the declarations,
 * and what fuzzing has found before (tests/fuzz/kept). Each also cut short and with a byte changed.
 */
#include "tests/test.h"

#define LLVMFuzzerTestOneInput fuzz_csv
#include "tests/fuzz/fuzz_csv.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_xlsx
#include "tests/fuzz/fuzz_xlsx.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_codebook
#include "tests/fuzz/fuzz_codebook.c"
#undef LLVMFuzzerTestOneInput

#include <glob.h>

typedef int Target(const uint8_t *bytes, size_t size);

enum { SIZE_LIMIT = 60000 };

static size_t read_file(const char *path, uint8_t *bytes)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = fread(bytes, 1, SIZE_LIMIT, file);
    fclose(file);
    return size;
}

/* Whole, at three lengths, and with bytes changed at places that depend on nothing but the file. */
static void run_variants(Target *target, uint8_t *bytes, size_t size)
{
    target(bytes, size);
    for (size_t part = 1; part < 4; part++)
        target(bytes, size * part / 4);
    for (size_t i = 0; i < 6 && size; i++) {
        size_t at = (i * 2654435761u + size) % size;
        uint8_t before = bytes[at];
        bytes[at] = (uint8_t)(before ^ (1u << (i % 8)));
        target(bytes, size);
        bytes[at] = before;
    }
}

static int run_over(Target *target, const char *pattern)
{
    static uint8_t bytes[SIZE_LIMIT];
    glob_t found;
    int n = 0;
    if (glob(pattern, 0, NULL, &found) != 0)
        return 0;
    for (size_t i = 0; i < found.gl_pathc; i++, n++)
        run_variants(target, bytes, read_file(found.gl_pathv[i], bytes));
    globfree(&found);
    return n;
}

static void test_csv(void **state)
{
    (void)state;
    assert_true(run_over(fuzz_csv, "tests/corpus/*/*.csv") > 60);
    run_over(fuzz_csv, "tests/fuzz/kept/csv/*");
}

static void test_xlsx(void **state)
{
    (void)state;
    assert_true(run_over(fuzz_xlsx, "tests/corpus/*/*.xlsx") > 20);
    run_over(fuzz_xlsx, "tests/fuzz/kept/xlsx/*");
}

static void test_codebook(void **state)
{
    (void)state;
    assert_true(run_over(fuzz_codebook, "ingest/datasets/*.csv") > 20);
    run_over(fuzz_codebook, "tests/fuzz/kept/codebook/*");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_csv), cmocka_unit_test(test_xlsx),
                                       cmocka_unit_test(test_codebook)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
