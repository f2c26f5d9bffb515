/* The expectation files of tests/numeric (expected_*.csv): reading them and running the estimator
 * of a row. Shared by test_numbers.c and the certificate. A row is: data file, estimator, settings
 * (separated by ';'), term, field, expected value, tolerance. An expected value of NA means that
 * the estimator must give no number there. */
#ifndef TESTS_NUMERIC_EXPECTED_H
#define TESTS_NUMERIC_EXPECTED_H

#include "tests/test.h"

#include "analysis/estimator.h"
#include "cli/estimate_csv.h"
#include "core/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char FOLDER[] = "tests/numeric";

static inline double expected_field(const Estimate *row, const char *field)
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

static inline void expected_run(Cache *cache, const char *data, const char *estimator,
                                const char *settings)
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

static inline bool expected_close(double found, double expected, double tolerance)
{
    if (isnan(expected))
        return isnan(found);
    double scale = fabs(expected) > 1e-300 ? fabs(expected) : 1.0;
    return fabs(found - expected) <= tolerance * scale;
}

static inline const char *expected_cell(const Column *column, int row, Arena *arena)
{
    if (isnan(column->x[row]))
        return "NA";
    return column->level ? column->level[(int)column->x[row]]
                         : arena_format(arena, "%.17g", column->x[row]);
}

static inline int expected_compare(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The names of all expectation files, sorted. */
static inline int expected_files(Arena *arena, const char ***names)
{
    int n = 0;
    *names = arena_new(arena, const char *, 256);
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) && n < 256;)
        if (text_starts(entry->d_name, "expected_") && text_ends(entry->d_name, ".csv"))
            (*names)[n++] = arena_text(arena, entry->d_name);
    closedir(folder);
    qsort(*names, (size_t)n, sizeof **names, expected_compare);
    return n;
}

/* One row: its cells, and the number found (NaN: none, or no such term). */
typedef struct {
    const char *data, *estimator, *settings, *term, *field, *value;
    double expected, tolerance, found;
    const char *note;
    bool has_term;
    int line;
} Expected;

typedef void ExpectedTaker(void *user, const char *path, const Expected *row);

static inline void expected_each(Cache *cache, const char *name, ExpectedTaker *take, void *user)
{
    static const char *const COLUMNS[] = {"data",  "estimator", "settings", "term",
                                          "field", "value",     "tolerance"};
    Frame rows;
    Arena *arena = cache->run->arena;
    const char *path = arena_format(arena, "%s/%s", FOLDER, name);
    assert_true(estimate_csv_read(cache->run, path, &rows));
    for (int i = 0; i < rows.nrow; i++) {
        const char *cell[COUNT(COLUMNS)];
        for (int k = 0; k < COUNT(COLUMNS); k++) {
            const Column *column = frame_column(&rows, COLUMNS[k]);
            assert_non_null(column);
            cell[k] = expected_cell(column, i, arena);
        }
        Expected row = {cell[0],
                        cell[1],
                        cell[2],
                        cell[3],
                        cell[4],
                        cell[5],
                        strcmp(cell[5], "NA") ? strtod(cell[5], NULL) : NAN,
                        strtod(cell[6], NULL),
                        NAN,
                        NULL,
                        false,
                        rows.line[i]};
        expected_run(cache, row.data, row.estimator, row.settings);
        for (int k = 0; k < cache->list.count && !row.has_term; k++)
            if (!strcmp(cache->list.items[k].term, row.term)) {
                row.has_term = true;
                row.found = expected_field(&cache->list.items[k], row.field);
                row.note = cache->list.items[k].note;
            }
        take(user, path, &row);
    }
}

#endif
