/* Are the formulas of these workbooks what was stored with them? Run by workbooks.sh with a folder
 * and its files; LibreOffice computes them anew, once for all. */
#include "tests/test.h"

#include "tests/workbook.h"

static const char *folder;
static char **files;
static int nfile;

static void recalculates(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Buffer words = buffer_open(arena);
    for (int i = 0; i < nfile; i++)
        buffer_format(&words, "'%s' ", files[i]);
    assert_true(workbook_recalculate(arena, folder, buffer_end(&words)));
    for (int i = 0; i < nfile; i++)
        if (workbook_compare(arena, files[i]) < 0)
            fail_msg("%s: a formula has another value than was stored", files[i]);
    arena_close(arena);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(recalculates)};
    if (argc < 3)
        return 64;
    folder = argv[1];
    files = argv + 2;
    nfile = argc - 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
