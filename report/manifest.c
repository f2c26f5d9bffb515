/* Outputs take their place by rename, and manifest.json lists inputs, options and outputs with
 * their SHA-256. Keys and rows are in a fixed order, so that equal runs give equal bytes. */
#include "report/report.h"

#include "core/text.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool rename_new(Run *run, const char *path)
{
    char *from = arena_format(run->arena, "%s.new", path);
    chmod(from, 0640);
    if (rename(from, path) == 0)
        return true;
    return diag_fail(run->diag, (Place){path, 0, 0}, MSG_FILE_WRITE, path, strerror(errno));
}

bool report_rename(Run *run, const OutputList *outputs)
{
    for (int i = 0; i < outputs->npath; i++)
        if (!rename_new(run,
                        arena_format(run->arena, "%s/%s", run->options->out, outputs->paths[i])))
            return false;
    return true;
}

/* "text" with JSON's escapes; NULL is null. */
static void add_string(Buffer *json, const char *text)
{
    if (!text) {
        buffer_text(json, "null");
        return;
    }
    buffer_text(json, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buffer_format(json, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            buffer_format(json, "\\u%04x", (unsigned)*text);
        else
            buffer_add(json, text, 1);
    }
    buffer_text(json, "\"");
}

static void add_member(Buffer *json, const char *key, const char *value)
{
    add_string(json, key);
    buffer_text(json, ": ");
    add_string(json, value);
}

/* Rows of a query as an array of objects; column names are the keys. */
static bool add_rows(Run *run, Buffer *json, Sql sql)
{
    Query query;
    if (!query_open(&query, run, sql))
        return false;
    const char *separator = "\n";
    while (query_next(&query)) {
        buffer_format(json, "%s    {", separator);
        for (int i = 0; i < query_ncolumn(&query); i++) {
            buffer_text(json, i ? ", " : "");
            add_member(json, query_name(&query, i), query_text(&query, i));
        }
        buffer_text(json, "}");
        separator = ",\n";
    }
    return query_close(&query);
}

static bool add_output(Run *run, Arena *arena, Buffer *json, const char *name,
                       const char *separator)
{
    size_t size;
    ArenaMark mark = arena_mark(arena);
    char *path = arena_format(arena, "%s/%s", run->options->out, name);
    char *bytes = file_read(run, arena, path, &size);
    if (!bytes)
        return false;
    char sum[65] = "";
    snprintf(sum, sizeof sum, "%s", text_sha256(arena, bytes, size));
    arena_release(arena, mark);
    buffer_format(json, "%s    {", separator);
    add_member(json, "path", name);
    buffer_text(json, ", ");
    add_member(json, "sha256", sum);
    buffer_text(json, "}");
    return true;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The returned workbooks, which an earlier stage wrote, are outputs too. */
static int list_returned(Run *run, Arena *arena, const char ***names)
{
    int count = 0, capacity = 0;
    *names = NULL;
    DIR *folder = opendir(arena_format(arena, "%s/returned", run->options->out));
    for (struct dirent *entry = folder ? readdir(folder) : NULL; entry; entry = readdir(folder)) {
        if (!text_ends(entry->d_name, ".xlsx"))
            continue;
        *names = arena_room(arena, *names, sizeof **names, count, &capacity);
        (*names)[count++] = arena_format(arena, "returned/%s", entry->d_name);
    }
    if (folder)
        closedir(folder);
    return count;
}

static bool add_outputs(Run *run, Arena *arena, Buffer *json, const OutputList *outputs)
{
    const char **returned;
    int nreturned = list_returned(run, arena, &returned), count = 0;
    const char **all = arena_new(arena, const char *, outputs->npath + nreturned + 1);
    for (int i = 0; i < outputs->npath; i++)
        all[count++] = outputs->paths[i];
    for (int i = 0; i < nreturned; i++)
        all[count++] = returned[i];
    qsort(all, (size_t)count, sizeof *all, by_text);
    Buffer entries = buffer_open(arena_open()); /* outlives the marks below */
    bool done = true;
    for (int i = 0; done && i < count; i++)
        done = add_output(run, arena, &entries, all[i], i ? ",\n" : "\n");
    buffer_text(json, buffer_end(&entries));
    arena_close(entries.arena);
    return done;
}

static bool write_manifest(Run *run, const char *text)
{
    char *path = arena_format(run->arena, "%s/manifest.json", run->options->out);
    char *beside = arena_format(run->arena, "%s.new", path);
    FILE *file = fopen(beside, "wb");
    bool done = file && fputs(text, file) >= 0;
    if (file && fclose(file) != 0)
        done = false;
    if (!done)
        return diag_fail(run->diag, (Place){path, 0, 0}, MSG_FILE_WRITE, path, strerror(errno));
    return rename_new(run, path);
}

/* What the figures come from: the part of the manifest that is known before anything is written. */
static bool add_inputs(Run *run, Buffer *json)
{
    add_member(json, "program", "ietekme " IETEKME_VERSION);
    buffer_text(json, ",\n  \"options\": [");
    if (!add_rows(run, json, SQL("SELECT key, value FROM metrics_setting_published ORDER BY key")))
        return false;
    buffer_text(json, "\n  ],\n  \"inputs\": [");
    return add_rows(run, json,
                    SQL("SELECT path, sheet, sha256 FROM ingest_file_published "
                        "ORDER BY path, sheet"));
}

bool report_inputs(Run *run, Arena *arena, const char **text)
{
    Buffer json = buffer_open(arena);
    buffer_text(&json, "{\n  ");
    bool done = add_inputs(run, &json);
    buffer_text(&json, "\n  ]\n}\n");
    *text = buffer_end(&json);
    return done;
}

bool report_manifest(Run *run, Arena *arena, const OutputList *outputs)
{
    Buffer json = buffer_open(arena);
    buffer_text(&json, "{\n  ");
    if (!add_inputs(run, &json))
        return false;
    buffer_text(&json, "\n  ],\n  \"outputs\": [");
    if (!add_outputs(run, arena, &json, outputs))
        return false;
    buffer_text(&json, "\n  ]\n}\n");
    return write_manifest(run, buffer_end(&json));
}
