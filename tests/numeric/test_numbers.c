/* Every number of tests/numeric/expected_*.csv (made by the R scripts beside them, or certified by
 * NIST) against the estimators, by relative error. A row is: data file, estimator, settings
 * (separated by ';'), term, field, expected value, tolerance. An expected value of NA means that
 * the estimator must give no number there. */
#include "analysis/estimator.h"
#include "cli/estimate_csv.h"
#include "core/text.h"

#include <dirent.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char FOLDER[] = "tests/numeric";

static double field_of(const Estimate *row, const char *field)
{
    const struct {
        const char *name;
        double value;
    } FIELDS[] = {{"estimate", row->estimate},   {"se", row->se}, {"df", row->df},
                  {"statistic", row->statistic}, {"p", row->p},   {"ci_low", row->ci_low},
                  {"ci_high", row->ci_high},     {"n", row->n},   {"n_clusters", row->n_clusters}};
    for (int i = 0; i < COUNT(FIELDS); i++)
        if (!strcmp(FIELDS[i].name, field))
            return FIELDS[i].value;
    fail_msg("no field '%s'", field);
    return NAN;
}

typedef struct {
    Run *run;
    char *key; /* data, estimator and settings of the last run */
    EstimateList list;
    int ran;
} Cache;

static void run_case(Cache *cache, const char *data, const char *estimator, const char *settings)
{
    Arena *arena = cache->run->arena;
    char *key = arena_format(arena, "%s|%s|%s", data, estimator, settings);
    if (cache->key && !strcmp(cache->key, key))
        return;
    const char **parts;
    int n = text_split(arena, settings, ';', &parts);
    Setting *list = arena_new(arena, Setting, n + 1);
    for (int i = 0; i < n; i++) {
        char *copy = arena_text(arena, parts[i]), *equals = strchr(copy, '=');
        assert_non_null(equals);
        *equals = '\0';
        list[i] = (Setting){copy, equals + 1};
    }
    Frame frame, file;
    Spec spec = {0};
    cache->key = key;
    cache->list = (EstimateList){.arena = arena};
    const Estimator *found = estimator_find(estimator);
    if (!found)
        fail_msg("no estimator '%s'", estimator);
    assert_true(spec_parse(found, list, n, (SettingPlaces){{NULL, 0, 0}, 0}, arena,
                           cache->run->diag, &spec));
    for (int i = 0; i < found->noption; i++)
        if (found->options[i].kind == OPTION_FILE && spec_text(&spec, found->options[i].key)) {
            assert_true(estimate_csv_read(
                cache->run,
                arena_format(arena, "%s/data/%s", FOLDER, spec_text(&spec, found->options[i].key)),
                &file));
            spec.file = &file;
        }
    assert_true(
        estimate_csv_read(cache->run, arena_format(arena, "%s/data/%s", FOLDER, data), &frame));
    assert_true(estimator_run(&frame, &spec, arena, cache->run->diag, &cache->list));
    cache->ran++;
}

static bool is_close(double found, double expected, double tolerance)
{
    if (isnan(expected))
        return isnan(found);
    double scale = fabs(expected) > 1e-300 ? fabs(expected) : 1.0;
    return fabs(found - expected) <= tolerance * scale;
}

/* One row of an expectation file; true if it holds. */
static bool check_row(Cache *cache, const char *file, int line, const char *const *cell)
{
    run_case(cache, cell[0], cell[1], cell[2]);
    for (int i = 0; i < cache->list.count; i++) {
        const Estimate *row = &cache->list.items[i];
        if (strcmp(row->term, cell[3]) != 0)
            continue;
        double found = field_of(row, cell[4]);
        double expected = strcmp(cell[5], "NA") ? strtod(cell[5], NULL) : NAN;
        if (is_close(found, expected, strtod(cell[6], NULL)))
            return true;
        print_error("%s:%d: %s %s %s %s.%s: %.15g, expected %s (note: %s)\n", file, line, cell[1],
                    cell[0], cell[2], cell[3], cell[4], found, cell[5], row->note ? row->note : "");
        return false;
    }
    print_error("%s:%d: %s has no term '%s'\n", file, line, cell[1], cell[3]);
    return false;
}

static const char *text_cell(const Column *column, int row, Arena *arena)
{
    if (isnan(column->x[row]))
        return "NA";
    return column->level ? column->level[(int)column->x[row]]
                         : arena_format(arena, "%.17g", column->x[row]);
}

static int check_file(Cache *cache, const char *name, int *failed)
{
    static const char *const COLUMNS[] = {"data",  "estimator", "settings", "term",
                                          "field", "value",     "tolerance"};
    Frame rows;
    const char *path = arena_format(cache->run->arena, "%s/%s", FOLDER, name);
    assert_true(estimate_csv_read(cache->run, path, &rows));
    for (int i = 0; i < rows.nrow; i++) {
        const char *cell[COUNT(COLUMNS)];
        for (int k = 0; k < COUNT(COLUMNS); k++) {
            const Column *column = frame_column(&rows, COLUMNS[k]);
            assert_non_null(column);
            cell[k] = text_cell(column, i, cache->run->arena);
        }
        *failed += !check_row(cache, path, rows.line[i], cell);
    }
    return rows.nrow;
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void numbers_agree(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Run run = {.diag = diag_open(arena, stderr, LANG_EN, false), .arena = arena};
    Cache cache = {.run = &run};
    const char **names = arena_new(arena, const char *, 256);
    int nname = 0, checked = 0, failed = 0;
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) && nname < 256;)
        if (text_starts(entry->d_name, "expected_") && text_ends(entry->d_name, ".csv"))
            names[nname++] = arena_text(arena, entry->d_name);
    closedir(folder);
    qsort(names, (size_t)nname, sizeof *names, compare_names);
    for (int i = 0; i < nname; i++)
        checked += check_file(&cache, names[i], &failed);
    print_message("%d numbers of %d files, %d runs\n", checked, nname, cache.ran);
    arena_close(arena);
    assert_true(checked > 0);
    assert_int_equal(failed, 0);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
