/* A store with the tables that earlier stages would have left, so that the report stage is tested
 * alone: schemas of the rooms, copies of the datasets after ingest/datasets/, and rows from
 * tests/golden/report/. */
#ifndef TESTS_STAGE_REPORT_STORE_H
#define TESTS_STAGE_REPORT_STORE_H

#include "tests/test.h"

#include "core/text.h"
#include "report/report.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <string.h>

typedef struct {
    Run run;
    Options options;
} Store;

/* ingest_NAME_published with the columns that the dataset declares. */
static inline void store_dataset(Run *run, const char *name)
{
    char *path = arena_format(run->arena, "ingest/datasets/%s.csv", name);
    const Asset *asset = asset_find(run, path);
    assert_non_null(asset);
    Buffer sql = buffer_open(run->arena);
    bool regional = strcmp(name, "publicity") == 0;
    buffer_format(&sql, "CREATE TABLE ingest_%s_published (%s", name,
                  regional ? "region TEXT" : "");
    const char **lines;
    int nline = text_split(run->arena, asset->text, '\n', &lines), count = regional;
    for (int i = 2; i < nline; i++, count++)
        buffer_format(&sql, "%s\"%.*s\"", count ? ", " : "", (int)strcspn(lines[i], ","), lines[i]);
    buffer_text(&sql, strcmp(name, "plan") == 0 ? ", changed INTEGER)" : ")");
    assert_true(db_exec(run, SQL(buffer_end(&sql))));
}

static inline void store_file(Run *run, const char *path)
{
    size_t size;
    char *text = file_read(run, run->arena, path, &size);
    assert_non_null(text);
    assert_true(db_exec(run, (Sql){path, 1, text}));
}

/* Opens a store of a scenario: "thin", "full". */
static inline Store *store_open_scenario(const char *scenario, FILE *diagnostics)
{
    static const char *const DATASETS[] = {"activity",    "approved",   "budget",   "call",
                                           "indicator",   "instrument", "item",     "milestone",
                                           "procurement", "request",    "risk",     "theory",
                                           "reply",       "plan",       "publicity"};
    Arena *arena = arena_open();
    Store *store = arena_new(arena, Store, 1);
    store->options = (Options){.folder = "/nonexistent", .out = "/nonexistent", .ncpu = 1};
    store->run = (Run){.arena = arena, .options = &store->options};
    store->run.diag = diag_open(arena, diagnostics, LANG_EN, false);
    Run *run = &store->run;
    assert_true(db_open(run, ":memory:", false));
    static const char *const SCHEMAS[] = {"ingest/schema.sql", "metrics/schema.sql",
                                          "analysis/schema.sql", "report/schema.sql"};
    for (int i = 0; i < COUNT(SCHEMAS); i++)
        assert_true(db_exec(run, asset_sql(asset_find(run, SCHEMAS[i]))));
    for (int i = 0; i < COUNT(DATASETS); i++)
        store_dataset(run, DATASETS[i]);
    store_file(run, "tests/golden/report/common.sql");
    store_file(run, arena_format(arena, "tests/golden/report/%s.sql", scenario));
    return store;
}

static inline void store_close(Store *store)
{
    db_close(&store->run);
    arena_close(store->run.arena);
}

#endif
