/* Looks up municipalities; every name form is made once, ready for matching. */
#include "ingest/place.h"

#include "core/asset.h"
#include "core/text.h"
#include "ingest/text_table.h"

#include <string.h>

typedef struct {
    const char *atvk, *name, *successor;
    bool city, closed;
} Unit;

typedef struct {
    const char *key;
    int unit;
} NameForm;

struct Places {
    Arena *arena;
    Unit *units;
    int nunit;
    TextTable old;
    NameForm *forms;
    int nform, capacity;
};

static void add_form(Places *places, int unit, const char *format, const char *name)
{
    char *text = arena_text(places->arena, name);
    if (strcmp(format, "%s") != 0)
        text = arena_format(places->arena, "%s%s", name, format);
    char *key = text_key(places->arena, text);
    for (int i = 0; i < places->nform; i++) {
        Unit *other = &places->units[places->forms[i].unit];
        if (strcmp(places->forms[i].key, key) != 0)
            continue;
        if (other->closed && !places->units[unit].closed)
            places->forms[i].unit = unit;
        return; /* who comes first has the name */
    }
    places->forms = arena_room(places->arena, places->forms, sizeof *places->forms, places->nform,
                               &places->capacity);
    places->forms[places->nform++] = (NameForm){key, unit};
}

/* Order decides: cities in the nominative, then every form of a novads, then cities' genitives. */
static void add_forms(Places *places, const TextTable *table)
{
    for (int i = 0; i < places->nunit; i++)
        if (places->units[i].city)
            add_form(places, i, "%s", text_table_get(table, i + 1, "nominative_lv"));
    for (int i = 0; i < places->nunit; i++) {
        const char *genitive = text_table_get(table, i + 1, "genitive_lv");
        if (places->units[i].city) {
            add_form(places, i, "valstspilsēta", genitive);
            add_form(places, i, "valstspilsētas pašvaldība", genitive);
            add_form(places, i, "pilsēta", genitive);
            continue;
        }
        add_form(places, i, "novads", genitive);
        add_form(places, i, "nov", genitive);
        add_form(places, i, "novada pašvaldība", genitive);
        add_form(places, i, "%s", genitive);
        add_form(places, i, "%s", text_table_get(table, i + 1, "nominative_lv"));
    }
    for (int i = 0; i < places->nunit; i++)
        if (places->units[i].city)
            add_form(places, i, "%s", text_table_get(table, i + 1, "genitive_lv"));
}

static bool read_asset(Run *run, Arena *arena, const char *path, TextTable *table)
{
    const Asset *asset = asset_find(run, path);
    if (asset && text_table_read(arena, asset->text, asset->size, table))
        return true;
    return diag_fail(run->diag, (Place){path, 0, 0}, MSG_FILE_OPEN, path, "?");
}

Places *place_open(Run *run, Arena *arena)
{
    Places *places = arena_new(arena, Places, 1);
    places->arena = arena;
    TextTable table;
    if (!read_asset(run, arena, "data/reference/municipality.csv", &table) ||
        !read_asset(run, arena, "data/reference/old_atvk.csv", &places->old))
        return NULL;
    places->nunit = table.nrow - 1;
    places->units = arena_new(arena, Unit, places->nunit + 1);
    for (int i = 0; i < places->nunit; i++) {
        Unit *unit = &places->units[i];
        unit->atvk = text_table_get(&table, i + 1, "atvk");
        unit->name = text_table_get(&table, i + 1, "name_lv");
        unit->successor = text_table_get(&table, i + 1, "successor");
        unit->closed = *text_table_get(&table, i + 1, "valid_to") != '\0';
        unit->city = strcmp(text_table_get(&table, i + 1, "kind"), "state_city") == 0;
    }
    add_forms(places, &table);
    return places;
}

static const Unit *by_code(const Places *places, const char *code)
{
    for (int i = 0; i < places->nunit; i++)
        if (strcmp(places->units[i].atvk, code) == 0)
            return &places->units[i];
    return NULL;
}

static const char *describe(const Places *places, Arena *arena, const char *atvk)
{
    const Unit *unit = by_code(places, atvk);
    return unit ? arena_format(arena, "'%s' (%s)", unit->atvk, unit->name) : "";
}

static PlaceKind found(const Places *places, Arena *arena, const Unit *unit, const char **atvk,
                       const char **hint)
{
    *atvk = unit->atvk;
    if (!unit->closed)
        return PLACE_FOUND;
    *hint = describe(places, arena, unit->successor);
    return PLACE_CLOSED;
}

/* The open municipality in whose area a level-3 code lies: the same first four digits. */
static const Unit *municipality_of(const Places *places, const char *code)
{
    for (int i = 0; i < places->nunit; i++)
        if (!places->units[i].closed && strncmp(places->units[i].atvk, code, 4) == 0)
            return &places->units[i];
    return NULL;
}

static PlaceKind find_code(const Places *places, Arena *arena, const char *code, const char **atvk,
                           const char **hint)
{
    char padded[8];
    size_t length = strlen(code);
    if (length > 7 || length < 4)
        return PLACE_UNKNOWN;
    memset(padded, '0', 7);
    memcpy(padded + 7 - length, code, length);
    padded[7] = '\0';
    const Unit *unit = by_code(places, padded);
    if (unit) {
        PlaceKind kind = found(places, arena, unit, atvk, hint);
        return kind == PLACE_FOUND && length < 7 ? PLACE_RESTORED : kind;
    }
    for (int i = 1; i < places->old.nrow; i++)
        if (strcmp(text_table_get(&places->old, i, "atvk"), padded) == 0) {
            const char *name = text_table_get(&places->old, i, "name_lv");
            *hint = describe(places, arena, text_table_get(&places->old, i, "successor"));
            if (!**hint)
                *hint = arena_format(arena, "'%s'", name);
            return PLACE_OLD;
        }
    unit = municipality_of(places, padded);
    if (!unit || strncmp(padded + 4, "00", 2) == 0)
        return PLACE_UNKNOWN;
    *hint = describe(places, arena, unit->atvk);
    return PLACE_PARISH;
}

static bool is_digits(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text);
}

PlaceKind place_find(const Places *places, Arena *arena, const char *text, const char **atvk,
                     const char **hint)
{
    *atvk = NULL;
    *hint = "";
    if (is_digits(text))
        return find_code(places, arena, text, atvk, hint);
    char *key = text_key(arena, text);
    size_t length = strlen(key);
    while (length && key[length - 1] == '.')
        key[--length] = '\0';
    for (int i = 0; i < places->nform; i++)
        if (strcmp(places->forms[i].key, key) == 0)
            return found(places, arena, &places->units[places->forms[i].unit], atvk, hint);
    return PLACE_UNKNOWN;
}

PlaceKind place_parish(const Places *places, Arena *arena, const char *text, const char **code)
{
    size_t length = strlen(text);
    if (!is_digits(text) || length > 7 || length < 4)
        return PLACE_UNKNOWN;
    char *padded = arena_text(arena, "0000000");
    memcpy(padded + 7 - length, text, length);
    if (strncmp(padded + 4, "00", 2) == 0 || !municipality_of(places, padded))
        return PLACE_UNKNOWN;
    *code = padded;
    return length < 7 ? PLACE_RESTORED : PLACE_FOUND;
}
