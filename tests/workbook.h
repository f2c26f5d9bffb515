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

/* LibreOffice computes every formula anew and writes each sheet as CSV into `folder`, as
 * NAME-SHEET.csv with values as they are, not as they are shown. `files`: words of the shell. */
static inline bool workbook_recalculate(Arena *arena, const char *folder, const char *files)
{
    const char *script = arena_format(
        arena,
        "exec >/dev/null 2>&1; set -e; folder='%s'; profile=\"$folder/profile\"\n"
        "mkdir -p \"$profile/user\"\n"
        "cat > \"$profile/user/registrymodifications.xcu\" <<XCU\n"
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
        "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
        "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>\n"
        "</oor:items>\n"
        "XCU\n"
        "soffice -env:UserInstallation=\"file://$profile\" --headless --convert-to "
        "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' "
        "--outdir \"$folder\" %s\n",
        folder, files);
    return system(script) == 0;
}

/* The field of a CSV text at a row and column from 0; NULL if there is none. */
static inline const char *csv_field(Arena *arena, const char *text, int row, int column)
{
    int at_row = 0, at_column = 0;
    Buffer field = buffer_open(arena);
    for (bool quoted = false; *text && at_row <= row; text++) {
        bool here = at_row == row && at_column == column;
        if (*text == '"') {
            quoted = !quoted;
        } else if (!quoted && (*text == ',' || *text == '\n')) {
            if (here)
                break;
            at_column = *text == ',' ? at_column + 1 : 0;
            at_row += *text == '\n';
        } else if (here) {
            buffer_add(&field, text, 1);
        }
    }
    return at_row == row && at_column == column ? buffer_end(&field) : NULL;
}

/* How many formulas of a sheet were checked; -1 if one has another value than was stored. Dates,
 * which the CSV writes as such, are not compared. */
static inline int sheet_compare(Arena *arena, const char *xml, const char *csv)
{
    int checked = 0;
    for (const char *at = strstr(xml, "<f>"); at; at = strstr(at + 3, "<f>")) {
        const char *cell = at, *value = strstr(at, "<v>");
        while (strncmp(cell, "<c r=\"", 6) != 0)
            cell--;
        int column = 0;
        for (cell += 6; *cell >= 'A' && *cell <= 'Z'; cell++)
            column = column * 26 + (*cell - 'A' + 1);
        const char *found = csv_field(arena, csv, atoi(cell) - 1, column - 1);
        char *end;
        double computed = strtod(found ? found : "", &end), stored = strtod(value + 3, NULL);
        if (found && end != found && *end == '\0') {
            checked++;
            if (!(fabs(computed - stored) <= 1e-9 * fmax(1e-6, fabs(stored))))
                return -1;
        } else if (!found || strncmp(found, "Err:", 4) == 0 || *found == '#') {
            return -1;
        }
    }
    return checked;
}

/* How many formulas of a workbook, whose sheets stand beside it as CSV, have the value that was
 * stored with them; -1 if one has not. */
static inline int workbook_compare(Arena *arena, const char *path)
{
    int checked = 0;
    const char *book = workbook_part(arena, path, "xl/workbook.xml");
    const char *at = strstr(book, "<sheet name=\"");
    for (int i = 1; at; i++, at = strstr(at + 1, "<sheet name=\"")) {
        char *name = arena_copy(arena, at + 13, strcspn(at + 13, "\""));
        char *csv = arena_format(arena, "%.*s-%s.csv", (int)strlen(path) - 5, path, name);
        FILE *file = fopen(csv, "rb");
        if (!file)
            fail_msg("no %s", csv);
        Buffer text = buffer_open(arena);
        char bytes[4096];
        for (size_t count; (count = fread(bytes, 1, sizeof bytes, file)) > 0;)
            buffer_add(&text, bytes, count);
        fclose(file);
        char *part = arena_format(arena, "xl/worksheets/sheet%d.xml", i);
        int sheet = sheet_compare(arena, workbook_part(arena, path, part), buffer_end(&text));
        if (sheet < 0)
            return -1;
        checked += sheet;
    }
    return checked;
}

static inline bool workbook_recalculates(Arena *arena, const char *path)
{
    char *folder = arena_copy(arena, path, (size_t)(strrchr(path, '/') - path));
    assert_true(workbook_recalculate(arena, folder, arena_format(arena, "'%s'", path)));
    return workbook_compare(arena, path) > 0;
}

static inline void workbook_assert_recalculates(Arena *arena, const char *path)
{
    if (system("command -v soffice >/dev/null") != 0)
        skip();
    assert_true(workbook_recalculates(arena, path));
}

#endif
