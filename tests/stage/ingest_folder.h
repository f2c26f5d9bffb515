/* A programme folder under $BUILD/tmp for tests of ingest: files are written, then the stage runs.
 */
#ifndef TESTS_STAGE_INGEST_FOLDER_H
#define TESTS_STAGE_INGEST_FOLDER_H

#include "tests/test.h"

#include "core/stage.h"
#include "core/text.h"
#include "ingest/ingest.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    Arena *arena;
    char *root;
    Options options;
    Run run;
} Folder;

static const char PROGRAMME[] = "key,value\nprogramme.number,1\nprogramme.start,2024-12-13\n"
                                "programme.end,2029-12-31\n";
static const char COMMUNITY[] = "community_id,name,region,municipality,kind,setting,stage\n"
                                "KUR-001,Pirmā,kurzeme,Talsu novads,parish,rural,new\n";

static void folder_path(Folder *folder, const char *path)
{
    char *copy = arena_text(folder->arena, path);
    for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(copy, 0700);
        *slash = '/';
    }
}

static inline void folder_bytes(Folder *folder, const char *name, const void *bytes, size_t size)
{
    char *path = arena_format(folder->arena, "%s/%s", folder->root, name);
    folder_path(folder, path);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static inline void folder_text(Folder *folder, const char *name, const char *text)
{
    folder_bytes(folder, name, text, strlen(text));
}

static inline void folder_remove(Folder *folder, const char *name)
{
    unlink(arena_format(folder->arena, "%s/%s", folder->root, name));
}

static inline Folder *folder_open(const char *name)
{
    Arena *arena = arena_open();
    Folder *folder = arena_new(arena, Folder, 1);
    const char *build = getenv("BUILD") ? getenv("BUILD") : "build";
    folder->arena = arena;
    folder->root = arena_format(arena, "%s/tmp/ingest-%d/%s", build, (int)getpid(), name);
    folder->options = (Options){.folder = folder->root};
    folder->options.out = arena_format(arena, "%s/out", folder->root);
    folder_path(folder, arena_format(arena, "%s/out/", folder->root));
    folder_text(folder, "programme.csv", PROGRAMME);
    folder_text(folder, "community.csv", COMMUNITY);
    return folder;
}

/* Runs the stage into `store` (":memory:" keeps nothing); the store stays open in folder->run. */
static inline bool folder_ingest(Folder *folder, const char *store)
{
    const Stage *const stages[] = {&INGEST};
    folder->run = (Run){.arena = folder->arena, .options = &folder->options};
    folder->run.diag = diag_open(folder->arena, NULL, LANG_EN, false);
    assert_true(db_open(&folder->run, store, false));
    return stage_run(stages, 1, 0, &folder->run);
}

static inline void folder_close(Folder *folder)
{
    if (folder->run.db)
        db_close(&folder->run);
    arena_close(folder->arena);
}

/* All rows of a query as lines of `|`-separated values. */
static inline char *folder_query(Folder *folder, const char *text)
{
    Query query;
    Buffer out = buffer_open(folder->arena);
    assert_true(query_open(&query, &folder->run, SQL(text)));
    while (query_next(&query)) {
        for (int i = 0; i < query_ncolumn(&query); i++) {
            const char *value = query_text(&query, i);
            buffer_format(&out, "%s%s", i ? "|" : "", value ? value : "");
        }
        buffer_text(&out, "\n");
    }
    assert_true(query_close(&query));
    return arena_text(folder->arena, buffer_end(&out));
}

#endif
