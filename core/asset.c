/* Assets: the table that the Makefile embeds, joined by the programme folder's own files; and the
 * headers of SQL assets. */
#include "core/asset.h"

#include "core/stage.h"
#include "core/text.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Made by core/embed.sh: sorted by path, closed by a NULL path. */
typedef struct {
    const char *path;
    const char *start, *end; /* text is closed with NUL at end */
} Embedded;
extern const Embedded ietekme_assets[];

char *file_read(Run *run, Arena *arena, const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        diag_report(run->diag, (Place){path, 0, 0}, MSG_FILE_OPEN, path, strerror(errno));
        return NULL;
    }
    char *text = NULL;
    long length = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (length == LONG_MAX) /* what a folder says of its length */
        errno = EISDIR;
    else if (length >= 0 && fseek(file, 0, SEEK_SET) == 0) {
        text = arena_alloc(arena, 1, (size_t)length + 1);
        *size = fread(text, 1, (size_t)length, file);
        if (*size != (size_t)length)
            text = NULL;
    }
    if (!text)
        diag_report(run->diag, (Place){path, 0, 0}, MSG_FILE_READ, path, strerror(errno));
    fclose(file);
    return text;
}

/* metrics/kpi/x.sql -> kpi/x.sql: what a programme folder calls it; NULL if it may not override. */
static const char *own_path(const char *path)
{
    static const char *const FOLDERS[] = {"datasets",        "rules",  "kpi",       "frames",
                                          "recommendations", "blocks", "templates", "geo"};
    const char *slash = strchr(path, '/');
    for (int i = 0; slash && i < COUNT(FOLDERS); i++)
        if (text_starts(slash + 1, FOLDERS[i]) &&
            (slash[1 + strlen(FOLDERS[i])] == '/' || slash[1 + strlen(FOLDERS[i])] == '\0'))
            return slash + 1;
    return NULL;
}

static char *base_name(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *start = slash ? slash + 1 : path;
    const char *dot = strrchr(start, '.');
    return arena_copy(arena, start, dot ? (size_t)(dot - start) : strlen(start));
}

static const Asset *read_own(Run *run, const char *relative)
{
    char *path = arena_format(run->arena, "%s/%s", run->options->folder, relative);
    Asset *asset = arena_new(run->arena, Asset, 1);
    asset->text = file_read(run, run->arena, path, &asset->size);
    asset->name = base_name(run->arena, relative);
    asset->file = arena_text(run->arena, relative);
    asset->own = true;
    if (asset->text &&
        (strlen(asset->text) != asset->size || !text_is_utf8(asset->text, asset->size))) {
        diag_report(run->diag, (Place){asset->file, 0, 0}, MSG_FILE_READ, asset->file, "UTF-8");
        return NULL;
    }
    return asset->text ? asset : NULL;
}

static bool own_exists(Run *run, const char *relative)
{
    if (!run->options || !run->options->folder || !relative)
        return false;
    char *path = arena_format(run->arena, "%s/%s", run->options->folder, relative);
    FILE *file = fopen(path, "rb");
    if (file)
        fclose(file);
    return file != NULL;
}

static const Asset *make_asset(Run *run, const Embedded *embedded)
{
    Asset *asset = arena_new(run->arena, Asset, 1);
    asset->name = base_name(run->arena, embedded->path);
    asset->file = embedded->path;
    asset->text = embedded->start;
    asset->size = (size_t)(embedded->end - embedded->start);
    return asset;
}

const Asset *asset_find(Run *run, const char *path)
{
    if (own_exists(run, own_path(path)))
        return read_own(run, own_path(path));
    for (const Embedded *at = ietekme_assets; at->path; at++)
        if (strcmp(at->path, path) == 0)
            return make_asset(run, at);
    return NULL;
}

typedef struct {
    const Asset **items;
    int count, capacity;
} AssetList;

/* Adds, or replaces one of the same name (an override). */
static void add_asset(Run *run, AssetList *list, const Asset *asset)
{
    if (!asset)
        return;
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->items[i]->name, asset->name) == 0) {
            list->items[i] = asset;
            return;
        }
    list->items =
        arena_room(run->arena, list->items, sizeof *list->items, list->count, &list->capacity);
    list->items[list->count++] = asset;
}

static void add_own(Run *run, AssetList *list, const char *folder, const char *ending)
{
    const char *own = own_path(folder);
    if (!own || !run->options || !run->options->folder)
        return;
    DIR *dir = opendir(arena_format(run->arena, "%s/%s", run->options->folder, own));
    if (!dir)
        return;
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
        if (entry->d_name[0] != '.' && text_ends(entry->d_name, ending))
            add_asset(run, list,
                      read_own(run, arena_format(run->arena, "%s/%s", own, entry->d_name)));
    closedir(dir);
}

static int by_name(const void *left, const void *right)
{
    const Asset *const *a = left, *const *b = right;
    return strcmp((*a)->name, (*b)->name);
}

int asset_list(Run *run, const char *folder, const char *ending, const Asset ***list)
{
    AssetList found = {0};
    size_t length = strlen(folder);
    for (const Embedded *at = ietekme_assets; at->path; at++)
        if (strncmp(at->path, folder, length) == 0 && at->path[length] == '/' &&
            !strchr(at->path + length + 1, '/') && text_ends(at->path, ending))
            add_asset(run, &found, make_asset(run, at));
    add_own(run, &found, folder, ending);
    if (found.count)
        qsort(found.items, (size_t)found.count, sizeof *found.items, by_name);
    *list = found.items;
    return found.count;
}

Sql asset_sql(const Asset *asset)
{
    return (Sql){asset->file, 1, asset->text};
}
