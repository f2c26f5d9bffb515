/* Matches a header row with the declared columns, without regard to case, diacritics, spaces and
 * underscores. */
#include "ingest/header.h"

#include "core/text.h"

#include <string.h>

static int find_column(const HeaderSource *source, const char *key)
{
    const Dataset *dataset = source->dataset;
    const char *mapped = mapping_header(source->mapping, dataset, source->file, key);
    if (mapped)
        return strcmp(mapped, "action") == 0 ? FIELD_ACTION : dataset_column(dataset, mapped);
    for (int i = 0; i < dataset->ncolumn; i++) {
        const DataColumn *column = &dataset->columns[i];
        for (int k = 0; column->type != TYPE_ITEMS && k < column->nheader_key; k++)
            if (strcmp(column->header_keys[k], key) == 0)
                return i;
    }
    return strcmp(key, "action") == 0 ? FIELD_ACTION : FIELD_UNKNOWN;
}

void header_read_row(Arena *arena, const HeaderSource *source, const RawRow *row, HeaderMap *map)
{
    *map = (HeaderMap){.nfield = row->ncell, .line = row->line};
    map->texts = arena_new(arena, const char *, row->ncell + 1);
    map->keys = arena_new(arena, const char *, row->ncell + 1);
    map->columns = arena_new(arena, int, row->ncell + 1);
    for (int i = 0; i < row->ncell; i++) {
        map->texts[i] = text_normal(arena, row->cells[i].text, row->cells[i].length);
        map->keys[i] = text_key(arena, map->texts[i]);
        map->columns[i] = *map->keys[i] ? find_column(source, map->keys[i]) : FIELD_EMPTY;
        map->nknown += map->columns[i] >= 0;
    }
    while (map->nfield && map->columns[map->nfield - 1] == FIELD_EMPTY)
        map->nfield--;
    map->nempty = row->ncell - map->nfield;
}

bool header_is_repeat(Arena *arena, const HeaderMap *map, const RawRow *row)
{
    if (row->ncell < map->nfield || map->nfield == 0)
        return false;
    for (int i = 0; i < map->nfield; i++) {
        size_t length = row->cells[i].length;
        if ((length == 0) != (*map->keys[i] == '\0') || length < strlen(map->keys[i]))
            return false; /* matching only shortens */
        const char *text = text_normal(arena, row->cells[i].text, length);
        if (strcmp(text_key(arena, text), map->keys[i]) != 0)
            return false;
    }
    return true;
}
