/* Headers of SQL assets: leading comment lines `-- key: value`, each with its line. */
#include "core/asset.h"
#include "core/text.h"

#include <string.h>

/* The end of the line at `text`. */
static const char *line_end(const char *text)
{
    const char *end = strchr(text, '\n');
    return end ? end : text + strlen(text);
}

static char *trimmed(Arena *arena, const char *from, const char *to)
{
    return text_normal(arena, from, (size_t)(to - from));
}

/* A key is letters, digits, `_`, and further words (`column in_period`), closed by a colon. */
static const char *key_end(const char *from, const char *to)
{
    const char *colon = memchr(from, ':', (size_t)(to - from));
    return colon && colon > from ? colon : NULL;
}

static void continue_value(Arena *arena, HeaderEntry *entry, const char *from, const char *to)
{
    entry->value = arena_format(arena, "%s%s%s", entry->value, *entry->value ? " " : "",
                                trimmed(arena, from, to));
}

Header header_read(Arena *arena, const Asset *asset)
{
    HeaderEntry *entries = NULL;
    int count = 0, capacity = 0, line = 1;
    for (const char *at = asset->text; text_starts(at, "--"); line++) {
        const char *end = line_end(at), *text = at + 2;
        const char *colon = key_end(text, end);
        if (count && (text_starts(text, "  ") || text_starts(text, "\t"))) {
            continue_value(arena, &entries[count - 1], text, end);
        } else if (colon) {
            entries = arena_room(arena, entries, sizeof *entries, count, &capacity);
            entries[count++] =
                (HeaderEntry){trimmed(arena, text, colon), trimmed(arena, colon + 1, end), line};
        }
        at = *end ? end + 1 : end;
    }
    return (Header){asset, entries, count};
}

static const HeaderEntry *find(const Header *header, const char *key)
{
    for (int i = 0; i < header->nentry; i++)
        if (strcmp(header->entries[i].key, key) == 0)
            return &header->entries[i];
    return NULL;
}

const char *header_get(const Header *header, const char *key)
{
    const HeaderEntry *entry = find(header, key);
    return entry ? entry->value : NULL;
}

Place header_place(const Header *header, const char *key)
{
    const HeaderEntry *entry = find(header, key);
    return (Place){header->asset->file, entry ? entry->line : 1, 1};
}

const char *header_need(Run *run, const Header *header, const char *key)
{
    const char *value = header_get(header, key);
    if (!value)
        diag_report(run->diag, header_place(header, key), MSG_HEADER_MISSING, key);
    return value;
}

const char *header_lang(Run *run, const Header *header, const char *key, Lang lang)
{
    const char *value =
        header_get(header, arena_format(run->arena, "%s_%s", key, lang == LANG_LV ? "lv" : "en"));
    return value ? value : header_get(header, arena_format(run->arena, "%s_lv", key));
}

static bool is_known(const char *key, const char *const *known, int nknown)
{
    for (int i = 0; i < nknown; i++) {
        size_t length = strlen(known[i]);
        if (length && known[i][length - 1] == '*' ? strncmp(key, known[i], length - 1) == 0
                                                  : strcmp(key, known[i]) == 0)
            return true;
    }
    return false;
}

bool header_check(Run *run, const Header *header, const char *const *known, int nknown)
{
    bool good = true;
    for (int i = 0; i < header->nentry; i++) {
        const HeaderEntry *entry = &header->entries[i];
        if (is_known(entry->key, known, nknown))
            continue;
        const char *near = text_nearest(run->arena, entry->key, known, nknown);
        diag_report(run->diag, (Place){header->asset->file, entry->line, 1}, MSG_HEADER_KEY,
                    entry->key, near ? near : known[0]);
        good = false;
    }
    return good;
}
