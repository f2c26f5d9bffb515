/* A store with the tables that ingest would have left, filled from a small text, so that the
 * metrics stage is tested alone. The text has sections: `[event]`, then a header line and rows of
 * plain CSV (no quotes); `#` begins a comment line. Columns that a section does not name are NULL.
 */
#ifndef TESTS_STAGE_METRICS_STORE_H
#define TESTS_STAGE_METRICS_STORE_H

#include "tests/test.h"

#include "core/asset.h"
#include "core/stage.h"
#include "core/text.h"
#include "metrics/metrics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Splits a line at commas in place; empty parts are kept. Returns their number. */
static inline int store_split(char *line, char **part, int most)
{
    int n = 0;
    for (char *at = line; at && n < most;) {
        part[n++] = at;
        at = strchr(at, ',');
        if (at)
            *at++ = '\0';
    }
    return n;
}

static inline void store_exec(Run *run, const char *sql)
{
    assert_true(db_exec(run, SQL(sql)));
}

/* Makes ingest_NAME_row after the declared columns of ingest/datasets/NAME.csv, its key's index,
 * and the view ingest_NAME of its current rows. */
static inline void store_make_table(Run *run, const Asset *asset)
{
    Buffer sql = buffer_open(run->arena), key = buffer_open(run->arena);
    char *text = arena_text(run->arena, asset->text), *save = NULL;
    bool has_region = strstr(text, "\nregion,") != NULL;
    bool regional = !text_equal(asset->name, "community") && strstr(text, ",regional,") != NULL;
    buffer_format(&sql,
                  "CREATE TABLE \"ingest_%s_row\" (row INTEGER, submission TEXT, state TEXT NOT "
                  "NULL DEFAULT 'current'%s",
                  asset->name, has_region ? "" : ", region TEXT");
    strtok_r(text, "\n", &save);
    strtok_r(NULL, "\n", &save);
    for (char *line = strtok_r(NULL, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        char *part[4] = {NULL};
        if (store_split(line, part, 4) < 4)
            continue;
        bool number = text_equal(part[1], "number");
        bool whole = text_equal(part[1], "integer") || text_equal(part[1], "boolean") ||
                     text_equal(part[0], "score") || text_equal(part[0], "stance");
        buffer_format(&sql, ", \"%s\" %s", part[0], number ? "REAL" : whole ? "INTEGER" : "TEXT");
        if (part[3][0] == '1')
            buffer_format(&key, "%s\"%s\"", key.length ? ", " : "", part[0]);
    }
    buffer_format(&sql,
                  "); CREATE VIEW \"ingest_%s\" AS SELECT * FROM \"ingest_%s_row\" WHERE state = "
                  "'current';",
                  asset->name, asset->name);
    if (key.length)
        buffer_format(&sql, "CREATE INDEX \"ingest_%s_key\" ON \"ingest_%s_row\" (%s%s)",
                      asset->name, asset->name, buffer_end(&key), regional ? ", region" : "");
    store_exec(run, buffer_end(&sql));
}

static inline void store_insert(Run *run, const char *table, const char *columns, int ncolumn,
                                char **value, int64_t row)
{
    Query query;
    Buffer sql = buffer_open(run->arena);
    buffer_format(&sql, "INSERT INTO \"ingest_%s%s\" (%s%s) VALUES (%s", table, row ? "_row" : "",
                  row ? "row, " : "", columns, row ? "?1" : "");
    for (int i = 0; i < ncolumn; i++)
        buffer_format(&sql, "%s?%d", i || row ? ", " : "", i + (row ? 2 : 1));
    buffer_text(&sql, ")");
    assert_true(query_open(&query, run, SQL(buffer_end(&sql))));
    if (row)
        query_bind(&query, 1, "i", row);
    for (int i = 0; i < ncolumn; i++)
        query_bind(&query, i + (row ? 2 : 1), "t", *value[i] ? value[i] : NULL);
    query_run(&query);
    assert_true(query_close(&query));
}

/* Tables of ingest's schema have no row of their own. */
static inline bool store_has_rows(Run *run, const char *table)
{
    return asset_find(run, arena_format(run->arena, "ingest/datasets/%s.csv", table)) != NULL;
}

/* Opens a store in memory with the empty tables of ingest, five regions and two points. */
static inline Run store_open_empty(Arena *arena, const Options *options)
{
    Run run = {.diag = diag_open(arena, NULL, LANG_EN, false), .arena = arena, .options = options};
    const Asset **assets, *schema;
    assert_true(db_open(&run, ":memory:", false));
    schema = asset_find(&run, "ingest/schema.sql");
    assert_non_null(schema);
    assert_true(db_exec(&run, asset_sql(schema)));
    int n = asset_list(&run, "ingest/datasets", ".csv", &assets);
    for (int i = 0; i < n; i++)
        store_make_table(&run, assets[i]);
    store_exec(&run,
               "INSERT INTO ingest_programme VALUES ('programme.start', '2026-01-01'), "
               "('programme.end', '2029-12-31'), ('programme.eu_rate', '0.85');"
               "INSERT INTO ingest_region VALUES ('kurzeme', 1, 'Kurzeme', 'Kurzeme', '', ''), "
               "('latgale', 2, 'Latgale', 'Latgale', '', ''), ('riga', 3, 'Rīga', 'Rīga', '', ''), "
               "('vidzeme', 4, 'Vidzeme', 'Vidzeme', '', ''), ('zemgale', 5, 'Zemgale', 'Zemgale', "
               "'', '');"
               "INSERT INTO ingest_point VALUES ('24.3', 1, 'tīkli', 'networks'), ('24.4', 2, "
               "'iniciatīvas', 'initiatives');");
    return run;
}

/* ingest_survey has a column for each item. */
static inline void store_add_items(Run *run)
{
    Query query;
    Buffer sql = buffer_open(run->arena);
    assert_true(query_open(&query, run, SQL("SELECT item FROM ingest_item")));
    while (query_next(&query))
        buffer_format(&sql, "ALTER TABLE ingest_survey_row ADD COLUMN \"%s\" REAL;",
                      query_text(&query, 0));
    assert_true(query_close(&query));
    store_exec(run, buffer_end(&sql));
}

typedef struct {
    const char *section; /* rows of this section are not loaded but given to `expect` */
    void (*check)(Run *run, int line, char **part, int npart);
} StoreExpect;

/* Loads a text; `backwards` puts the rows of each section in from the last to the first. */
static inline void store_load(Run *run, const char *text, bool backwards, const StoreExpect *expect)
{
    char *copy = arena_text(run->arena, text), *save = NULL;
    char *lines[600];
    int nline = 0, file = 0;
    for (char *line = copy; line && nline < 600; line = save) {
        save = strchr(line, '\n');
        if (save)
            *save++ = '\0';
        lines[nline++] = line;
    }
    assert_true(nline < 600);
    for (int i = 0; i < nline; i++) {
        if (lines[i][0] != '[')
            continue;
        char *table = lines[i] + 1, *columns = NULL;
        int end = i + 1, first = -1;
        table[strcspn(table, "]")] = '\0';
        file++;
        for (; end < nline && lines[end][0] != '['; end++)
            if (lines[end][0] && lines[end][0] != '#' && first < 0)
                first = end;
        if (first < 0)
            continue;
        columns = lines[first];
        store_exec(
            run, arena_format(run->arena,
                              "INSERT OR IGNORE INTO ingest_file VALUES (%d, 'incoming/%s-%d.csv', "
                              "NULL, NULL, NULL, '%s', '', NULL, NULL, NULL, 0, 0, 0, 0)",
                              file, table, file, table));
        if (text_equal(table, "survey"))
            store_add_items(run);
        for (int k = first + 1; k < end; k++) {
            int at = backwards ? end - (k - first) : k;
            char *part[64];
            if (!lines[at][0] || lines[at][0] == '#')
                continue;
            int npart = store_split(arena_text(run->arena, lines[at]), part, 64);
            if (expect && text_equal(table, expect->section)) {
                if (expect->check)
                    expect->check(run, at + 1, part, npart);
            } else {
                store_insert(run, table, columns, npart, part,
                             store_has_rows(run, table) ? ((int64_t)file << 32) + at - i + 1 : 0);
            }
        }
    }
}

/* Runs the stage behind its fence. */
static inline bool store_run(Run *run)
{
    static const Stage INGESTED = {.name = "ingest"};
    static const Stage *const STAGES[] = {&INGESTED, &METRICS};
    return stage_run(STAGES, COUNT(STAGES), 1, run);
}

#endif
