/* Every number of tests/numeric/expected_*.csv (made by the R scripts beside them, or certified by
 * NIST) against the estimators, by relative error. */
#include "tests/numeric/expected.h"

#include <gsl/gsl_errno.h>

typedef struct {
    int checked, failed;
} Tally;

static void check(void *user, const char *path, const Expected *row)
{
    Tally *tally = user;
    tally->checked++;
    if (row->has_term && expected_close(row->found, row->expected, row->tolerance))
        return;
    tally->failed++;
    print_error("%s:%d: %s %s %s %s.%s: %.15g, expected %s (%s)\n", path, row->line, row->estimator,
                row->data, row->settings, row->term, row->field, row->found, row->value,
                row->has_term ? row->note ? row->note : "no note" : "no such term");
}

static void numbers_agree(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Run run = {.diag = diag_open(arena, stderr, LANG_EN, false), .arena = arena};
    Cache cache = {.run = &run};
    Tally tally = {0, 0};
    const char **names;
    int n = expected_files(arena, &names);
    for (int i = 0; i < n; i++)
        expected_each(&cache, names[i], check, &tally);
    print_message("%d numbers of %d files, %d runs\n", tally.checked, n, cache.ran);
    arena_close(arena);
    assert_true(tally.checked > 1000);
    assert_int_equal(tally.failed, 0);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
