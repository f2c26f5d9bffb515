/* Workbooks in tests: parts of the file through libzip, recalculation through LibreOffice. */
#ifndef TESTS_WORKBOOK_H
#define TESTS_WORKBOOK_H

#include "core/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

/* A path in a new folder of /tmp. */
static inline char *workbook_path(Arena *arena, const char *name)
{
    char *folder = arena_text(arena, "/tmp/ietekme-workbook-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return arena_format(arena, "%s/%s", folder, name);
}

static inline void workbook_remove(const char *path)
{
    char folder[512];
    snprintf(folder, sizeof folder, "%s", path);
    *strrchr(folder, '/') = '\0';
    char command[600];
    assert_int_equal(strncmp(folder, "/tmp/ietekme-workbook-", 22), 0);
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
}

/* All parts of the file, by name and by number. */
static inline zip_t *workbook_open(const char *path)
{
    int code = 0;
    zip_t *archive = zip_open(path, ZIP_RDONLY, &code);
    if (!archive)
        fail_msg("cannot open %s", path);
    return archive;
}

static inline bool workbook_has(const char *path, const char *part)
{
    zip_t *archive = workbook_open(path);
    bool found = zip_name_locate(archive, part, 0) >= 0;
    zip_discard(archive);
    return found;
}

static inline const char *workbook_read(Arena *arena, zip_t *archive, zip_int64_t index)
{
    Buffer buffer = buffer_open(arena);
    char bytes[4096];
    zip_int64_t count;
    zip_file_t *file = zip_fopen_index(archive, (zip_uint64_t)index, 0);
    assert_non_null(file);
    while ((count = zip_fread(file, bytes, sizeof bytes)) > 0)
        buffer_add(&buffer, bytes, (size_t)count);
    zip_fclose(file);
    return buffer_end(&buffer);
}

static inline const char *workbook_part(Arena *arena, const char *path, const char *part)
{
    zip_t *archive = workbook_open(path);
    zip_int64_t index = zip_name_locate(archive, part, 0);
    if (index < 0)
        fail_msg("no %s in %s", part, path);
    const char *text = workbook_read(arena, archive, index);
    zip_discard(archive);
    return text;
}

static inline bool workbook_same(Arena *arena, const char *left, const char *right)
{
    return system(arena_format(arena, "cmp -s '%s' '%s'", left, right)) == 0;
}

/* LibreOffice, with hard recalculation and without: every sheet as CSV must be the same both times,
 * and hold no error. Skipped where there is no LibreOffice. */
static inline bool workbook_recalculates(Arena *arena, const char *path)
{
    char *script = arena_format(
        arena,
        "exec >/dev/null; set -e; folder=$(dirname '%s'); cd \"$folder\"; "
        "profile=\"$folder/profile\"\n"
        "rm -rf cached fresh; mkdir -p \"$profile/user\" cached fresh\n"
        "convert() {\n"
        "  cat > \"$profile/user/registrymodifications.xcu\" <<XCU\n"
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
        "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
        "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>$2</value></prop></item>\n"
        "</oor:items>\n"
        "XCU\n"
        "  soffice -env:UserInstallation=\"file://$profile\" --headless --convert-to "
        "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' "
        "--outdir $1 '%s' >/dev/null 2>&1\n"
        "}\n"
        "convert cached 1; convert fresh 0\n"
        "ls cached/*.csv >/dev/null\n"
        "diff -r cached fresh\n"
        "! grep -E 'Err:|#(N/A|VALUE|REF|NAME|DIV/0|NUM)' fresh/*.csv\n",
        path, path);
    return system(script) == 0;
}

static inline void workbook_assert_recalculates(Arena *arena, const char *path)
{
    if (system("command -v soffice >/dev/null") != 0)
        skip();
    assert_true(workbook_recalculates(arena, path));
}

#endif
