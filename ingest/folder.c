/* Walks the programme folder in a fixed order and has each file read: central datasets, then
 * incoming/REGION/SUBMISSION, then narrative texts. */
#include "ingest/load.h"
#include "ingest/store.h"

#include "core/asset.h"
#include "core/stage.h"
#include "core/text.h"
#include "ingest/csv.h"
#include "ingest/file_in.h"
#include "ingest/ingest.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
    const char **names;
    int count, capacity;
} Names;

static int by_bytes(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Names in a folder, sorted; hidden ones and Excel's lock files are none of our business. */
static Names list_folder(Ingest *in, const char *path)
{
    Names names = {0};
    DIR *dir = opendir(path);
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        if (entry->d_name[0] == '.' || text_starts(entry->d_name, "~$") ||
            strcmp(entry->d_name, "Thumbs.db") == 0)
            continue;
        names.names =
            arena_room(in->arena, names.names, sizeof *names.names, names.count, &names.capacity);
        names.names[names.count++] = arena_text(in->arena, entry->d_name);
    }
    if (dir)
        closedir(dir);
    if (names.count)
        qsort(names.names, (size_t)names.count, sizeof *names.names, by_bytes);
    return names;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static char *below(Ingest *in, const char *shown)
{
    return arena_format(in->arena, "%s/%s", in->run->options->folder, shown);
}

static bool is_table_file(Ingest *in, const char *name)
{
    const char *folded = text_fold(in->arena, name);
    return text_ends(folded, ".csv") || text_ends(folded, ".xlsx");
}

/* Central files: the codebook first, since survey is read by it. */
static bool read_central(Ingest *in, bool codebook)
{
    Names names = list_folder(in, in->run->options->folder);
    for (int i = 0; i < names.count; i++) {
        const char *name = names.names[i];
        if (is_folder(below(in, name)) || !is_table_file(in, name) ||
            strcmp(name, "programme.csv") == 0)
            continue;
        Dataset *dataset = dataset_match(in->arena, &in->datasets, name);
        bool first = dataset && (strcmp(dataset->name, "item") == 0 ||
                                 strcmp(dataset->name, "instrument") == 0);
        if (first != codebook)
            continue;
        FileEntry file = {.path = below(in, name), .shown = name, .dataset = dataset};
        if (!file_in(in, &file))
            return false;
    }
    return true;
}

static void note_submission(Ingest *in, const char *label)
{
    for (int i = 0; i < in->nsubmission; i++)
        if (strcmp(in->submissions[i], label) == 0)
            return;
    in->submissions = arena_room(in->arena, in->submissions, sizeof *in->submissions,
                                 in->nsubmission, &in->submission_capacity);
    in->submissions[in->nsubmission++] = label;
}

static bool read_submission(Ingest *in, const char *region, const char *label)
{
    char *folder = arena_format(in->arena, "incoming/%s/%s", region, label);
    Names names = list_folder(in, below(in, folder));
    note_submission(in, label);
    for (int i = 0; i < names.count; i++) {
        char *shown = arena_format(in->arena, "%s/%s", folder, names.names[i]);
        FileEntry file = {
            .path = below(in, shown), .shown = shown, .region = region, .submission = label};
        if (is_folder(file.path))
            continue;
        file.dataset = dataset_match(in->arena, &in->datasets, names.names[i]);
        if (!file_in(in, &file))
            return false;
    }
    return true;
}

/* Files directly in a region's folder come first: mapping.csv says how to read the rest. */
static bool read_region(Ingest *in, const char *region)
{
    char *folder = arena_format(in->arena, "incoming/%s", region);
    Names names = list_folder(in, below(in, folder));
    in->mapping = (Mapping){0};
    for (int i = 0; i < names.count; i++) {
        char *shown = arena_format(in->arena, "%s/%s", folder, names.names[i]);
        FileEntry file = {.path = below(in, shown),
                          .shown = shown,
                          .region = region,
                          .dataset = dataset_match(in->arena, &in->datasets, names.names[i])};
        if (!is_folder(file.path) && !file_in(in, &file))
            return false;
    }
    if (!mapping_read(in, region))
        return false;
    for (int i = 0; i < names.count; i++)
        if (is_folder(below(in, arena_format(in->arena, "%s/%s", folder, names.names[i]))) &&
            !read_submission(in, region, names.names[i]))
            return false;
    in->mapping = (Mapping){0};
    return true;
}

bool ingest_is_region(const char *name)
{
    static const char *const REGIONS[] = {"LV", "kurzeme", "latgale", "riga", "vidzeme", "zemgale"};
    for (int i = 0; i < COUNT(REGIONS); i++)
        if (strcmp(name, REGIONS[i]) == 0)
            return true;
    return false;
}

static bool read_incoming(Ingest *in)
{
    Names names = list_folder(in, below(in, "incoming"));
    for (int i = 0; i < names.count; i++) {
        char *shown = arena_format(in->arena, "incoming/%s", names.names[i]);
        FileEntry file = {.shown = shown};
        if (!is_folder(below(in, shown)))
            fault_put(in, (FaultAt){.file = &file}, MSG_FILE_WHERE, names.names[i],
                      "incoming/REGION/SUBMISSION");
        else if (!ingest_is_region(names.names[i]))
            fault_put(in, (FaultAt){.file = &file}, MSG_FOLDER_REGION, names.names[i]);
        else if (!read_region(in, names.names[i]))
            return false;
    }
    return true;
}

bool folder_read(Ingest *in)
{
    if (!read_central(in, true) || !codebook_apply(in))
        return false;
    for (int i = 0; i < in->datasets.count; i++)
        if (!store_make(in, &in->datasets.items[i]))
            return false;
    return read_central(in, false) && read_incoming(in);
}

/* ---- narrative/PERIOD/NAME.LANG.md ---- */

static bool store_narrative(Ingest *in, const char *period, const char *name, const char *lang,
                            const char *text)
{
    Query query;
    if (!query_open(&query, in->run,
                    SQL("INSERT INTO ingest_narrative (period, name, lang, markdown) "
                        "VALUES (?1, ?2, ?3, ?4)")))
        return false;
    query_bind(&query, 1, "tttt", period, name, lang, text);
    query_run(&query);
    return query_close(&query);
}

static bool read_narrative(Ingest *in, const char *period, const char *name)
{
    size_t length = strlen(name), size;
    char *shown = arena_format(in->arena, "narrative/%s/%s", period, name);
    FileEntry file = {.path = below(in, shown), .shown = shown};
    bool lv = text_ends(name, ".lv.md"), en = text_ends(name, ".en.md");
    if (length <= 6 || (!lv && !en)) {
        fault_put(in, (FaultAt){.file = &file}, MSG_NARRATIVE_NAME, name);
        return true;
    }
    char *text = file_read(in->run, in->arena, file.path, &size);
    if (!text)
        return true;
    if (strlen(text) != size || !text_is_utf8(text, size)) {
        fault_put(in, (FaultAt){.file = &file}, MSG_NARRATIVE_BYTES);
        return true;
    }
    file_note(in, &file, text_sha256(in->arena, text, size));
    if (text_starts(text, "\xEF\xBB\xBF"))
        text += 3;
    return store_narrative(in, period, arena_copy(in->arena, name, length - 6), lv ? "lv" : "en",
                           text_normal(in->arena, text, strlen(text)));
}

bool folder_narrative(Ingest *in)
{
    Names periods = list_folder(in, below(in, "narrative"));
    for (int i = 0; i < periods.count; i++) {
        char *folder = arena_format(in->arena, "narrative/%s", periods.names[i]);
        Names names = list_folder(in, below(in, folder));
        for (int k = 0; k < names.count; k++)
            if (!is_folder(below(in, arena_format(in->arena, "%s/%s", folder, names.names[k]))) &&
                !read_narrative(in, periods.names[i], names.names[k]))
                return false;
    }
    return true;
}
