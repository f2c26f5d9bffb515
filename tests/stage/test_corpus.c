/* The corpus of bad and odd files (tests/corpus): each case is laid out as a programme folder and
 * ingested into memory; its diagnostics and rows are compared with `expected`. */
#include "tests/test.h"

#include "core/stage.h"
#include "core/text.h"
#include "ingest/ingest.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char CORPUS[] = "tests/corpus";

typedef struct {
    Arena *arena;
    const char *name;
    char *root; /* the programme folder made for it */
} Case;

static void make_folders(Arena *arena, const char *path)
{
    char *copy = arena_text(arena, path);
    for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(copy, 0700);
        *slash = '/';
    }
}

/* Where a file of a case lies in the programme folder. */
static char *lay_out(Arena *arena, const char *name)
{
    char *copy = arena_text(arena, name), *at = strchr(copy, '@');
    if (!at)
        return arena_format(arena, "incoming/kurzeme/2026H1/%s", name);
    *at++ = '\0';
    char *second = strchr(at, '@');
    if (strcmp(copy, "root") == 0) {
        for (char *slash = strchr(at, '@'); slash; slash = strchr(slash, '@'))
            *slash = '/';
        return at;
    }
    if (strcmp(copy, "region") == 0)
        return arena_format(arena, "incoming/kurzeme/%s", at);
    if (second) {
        *second++ = '\0';
        return arena_format(arena, "incoming/%s/%s/%s", copy, at, second);
    }
    return arena_format(arena, "incoming/kurzeme/%s/%s", copy, at);
}

static void link_file(const Case *test, const char *from, const char *to)
{
    char *path = arena_format(test->arena, "%s/%s", test->root, to);
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    make_folders(test->arena, path);
    unlink(path);
    assert_int_equal(symlink(arena_format(test->arena, "%s/%s", here, from), path), 0);
}

static void link_all(const Case *test, const char *folder, bool base)
{
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        const char *name = entry->d_name;
        if (name[0] == '.' || strcmp(name, "expected") == 0)
            continue;
        link_file(test, arena_format(test->arena, "%s/%s", folder, name),
                  base ? name : lay_out(test->arena, name));
    }
    closedir(dir);
}

static void add_faults(Run *run, Buffer *out)
{
    Query query;
    assert_true(
        query_open(&query, run,
                   SQL("SELECT path, coalesce(line, 0), coalesce(column, 0), severity, code "
                       "FROM ingest_fault ORDER BY file, path, line, column, fault")));
    while (query_next(&query))
        buffer_format(out, "%s:%d:%d: %s %s\n", query_text(&query, 0), (int)query_int(&query, 1),
                      (int)query_int(&query, 2), query_text(&query, 3), query_text(&query, 4));
    assert_true(query_close(&query));
}

/* Current rows of each dataset that has any, and what a person would see of them. */
static void add_rows(Run *run, Buffer *out)
{
    Query query;
    assert_true(query_open(&query, run,
                           SQL("SELECT name FROM sqlite_master WHERE type = 'view' AND name NOT IN "
                               "('ingest_same_answer', "
                               "'ingest_item', 'ingest_instrument') ORDER BY name")));
    while (query_next(&query)) {
        const char *view = query_text(&query, 0);
        char *sql = arena_format(run->arena, "SELECT count(*) FROM \"%s\"", view);
        int n = (int)db_double(run, SQL(sql), NULL, 0);
        if (n > 0)
            buffer_format(out, "%s %d\n", view + strlen("ingest_"), n);
    }
    assert_true(query_close(&query));
}

static char *ingest(const Case *test, bool *done)
{
    const Stage *const stages[] = {&INGEST};
    Options options = {.folder = test->root};
    Run run = {.arena = test->arena, .options = &options};
    run.diag = diag_open(test->arena, NULL, LANG_EN, false);
    Buffer out = buffer_open(test->arena);
    assert_true(db_open(&run, ":memory:", false));
    *done = stage_run(stages, 1, 0, &run);
    if (*done) {
        add_faults(&run, &out);
        add_rows(&run, &out);
    } else {
        buffer_text(&out, "not done\n");
    }
    db_close(&run);
    return arena_text(test->arena, buffer_end(&out));
}

static char *read_text(Arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return arena_text(arena, "");
    Buffer buffer = buffer_open(arena);
    char chunk[4096];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buffer_add(&buffer, chunk, n);
    fclose(file);
    return arena_text(arena, buffer_end(&buffer));
}

static void test_case(void **state)
{
    Case test = {.arena = arena_open(), .name = *state};
    const char *build = getenv("BUILD") ? getenv("BUILD") : "build";
    test.root = arena_format(test.arena, "%s/tmp/corpus-%d/%s", build, (int)getpid(), test.name);
    make_folders(test.arena, arena_format(test.arena, "%s/", test.root));
    char *folder = arena_format(test.arena, "%s/%s", CORPUS, test.name);
    link_all(&test, arena_format(test.arena, "%s/base", CORPUS), true);
    link_all(&test, folder, false);
    bool done;
    char *found = ingest(&test, &done);
    char *path = arena_format(test.arena, "%s/expected", folder);
    const char *golden = getenv("GOLDEN");
    if (golden && strcmp(golden, "write") == 0) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fputs(found, file);
        fclose(file);
    }
    assert_string_equal(found, read_text(test.arena, path));
    arena_close(test.arena);
}

static int by_name(const void *left, const void *right)
{
    return strcmp(((const struct CMUnitTest *)left)->name,
                  ((const struct CMUnitTest *)right)->name);
}

int main(void)
{
    Arena *arena = arena_open();
    struct CMUnitTest *tests = NULL;
    int count = 0, capacity = 0;
    DIR *dir = opendir(CORPUS);
    if (!dir)
        return 1;
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        struct stat status;
        char *path = arena_format(arena, "%s/%s", CORPUS, entry->d_name);
        if (entry->d_name[0] == '.' || strcmp(entry->d_name, "base") == 0 ||
            stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
            continue;
        char *name = arena_text(arena, entry->d_name);
        tests = arena_room(arena, tests, sizeof *tests, count, &capacity);
        tests[count++] = (struct CMUnitTest){name, test_case, NULL, NULL, name};
    }
    closedir(dir);
    qsort(tests, (size_t)count, sizeof *tests, by_name);
    int failed = _cmocka_run_group_tests("corpus", tests, (size_t)count, NULL, NULL);
    arena_close(arena);
    return failed;
}
