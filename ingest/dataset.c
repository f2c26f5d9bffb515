/* Reads the declarations of datasets. */
#include "ingest/dataset.h"

#include "core/asset.h"
#include "core/text.h"
#include "ingest/text_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const TYPE_NAMES[TYPE_COUNT] = {
    [TYPE_TEXT] = "text",       [TYPE_ID] = "id",
    [TYPE_PERSON] = "person",   [TYPE_INTEGER] = "integer",
    [TYPE_NUMBER] = "number",   [TYPE_DATE] = "date",
    [TYPE_BOOLEAN] = "boolean", [TYPE_CODE] = "code",
    [TYPE_CODES] = "codes",     [TYPE_MUNICIPALITY] = "municipality",
    [TYPE_PARISH] = "parish",   [TYPE_ACTIVITY] = "activity",
    [TYPE_REGION] = "region",   [TYPE_PERIOD] = "period",
    [TYPE_ITEMS] = "items",
};

const char *dataset_type_name(ColumnType type)
{
    return TYPE_NAMES[type];
}

const char *dataset_sql_type(const DataColumn *column)
{
    switch (column->type) {
    case TYPE_INTEGER:
    case TYPE_BOOLEAN:
        return "INTEGER";
    case TYPE_NUMBER:
        return "REAL";
    case TYPE_CODE:
        return column->whole_codes ? "INTEGER" : "TEXT";
    default:
        return "TEXT";
    }
}

int dataset_column(const Dataset *dataset, const char *name)
{
    for (int i = 0; i < dataset->ncolumn; i++)
        if (strcmp(dataset->columns[i].name, name) == 0)
            return i;
    return -1;
}

Dataset *dataset_find(const DatasetList *list, const char *name)
{
    for (int i = 0; i < list->count; i++)
        if (text_equal(list->items[i].name, name))
            return &list->items[i];
    return NULL;
}

Dataset *dataset_match(Arena *arena, const DatasetList *list, const char *text)
{
    const char *key = text_key(arena, text);
    Dataset *best = NULL;
    size_t longest = 0;
    for (int i = 0; i < list->count; i++) {
        Dataset *dataset = &list->items[i];
        const char *name = text_key(arena, dataset->name);
        if (text_starts(key, name) && strlen(name) > longest) {
            best = dataset;
            longest = strlen(name);
        }
        if (text_equal(key, text_key(arena, dataset->title[LANG_LV])))
            return dataset;
    }
    return best;
}

void dataset_add_header(Arena *arena, DataColumn *column, const char *header)
{
    if (!header || !*header)
        return;
    const char *key = text_key(arena, header);
    for (int i = 0; i < column->nheader_key; i++)
        if (strcmp(column->header_keys[i], key) == 0)
            return;
    const char **keys = arena_new(arena, const char *, column->nheader_key + 1);
    for (int i = 0; i < column->nheader_key; i++)
        keys[i] = column->header_keys[i];
    keys[column->nheader_key++] = key;
    column->header_keys = keys;
}

void dataset_add_code(Arena *arena, DataColumn *column, const char *code, const char *label)
{
    CodeLabel *found = NULL;
    for (int i = 0; i < column->ncode && !found; i++)
        if (strcmp(column->codes[i].code, code) == 0)
            found = &column->codes[i];
    if (!found) {
        CodeLabel *codes = arena_new(arena, CodeLabel, column->ncode + 1);
        for (int i = 0; i < column->ncode; i++)
            codes[i] = column->codes[i];
        column->codes = codes;
        found = &codes[column->ncode++];
        found->code = code;
        found->keys[0] = text_key(arena, code);
    }
    for (int i = 1; label && *label && i < COUNT(found->keys); i++)
        if (!found->keys[i]) {
            found->keys[i] = text_key(arena, label);
            if (i <= LANG_COUNT)
                found->label[i - 1] = label;
            return;
        }
}

void dataset_add(Arena *arena, Dataset *dataset, const DataColumn *column)
{
    DataColumn *columns = arena_new(arena, DataColumn, dataset->ncolumn + 1);
    for (int i = 0; i < dataset->ncolumn; i++)
        columns[i] = dataset->columns[i];
    columns[dataset->ncolumn++] = *column;
    dataset->columns = columns;
}

static void read_codes(Arena *arena, DataColumn *column, const char *text)
{
    const char **parts;
    int n = text_split(arena, text, ';', &parts);
    for (int i = 0; i < n; i++) {
        char *part = arena_text(arena, parts[i]);
        char *labels = strchr(part, '=');
        if (labels)
            *labels++ = '\0';
        char *english = labels ? strchr(labels, '|') : NULL;
        if (english)
            *english++ = '\0';
        dataset_add_code(arena, column, part, labels);
        dataset_add_code(arena, column, part, english);
    }
    Buffer buffer = buffer_open(arena);
    for (int i = 0; i < column->ncode; i++)
        buffer_format(&buffer, "%s%s%s%s%s", i ? ", " : "", column->codes[i].code,
                      column->codes[i].label[LANG_LV] ? " (" : "",
                      column->codes[i].label[LANG_LV] ? column->codes[i].label[LANG_LV] : "",
                      column->codes[i].label[LANG_LV] ? ")" : "");
    column->expected = buffer_end(&buffer);
    column->whole_codes = column->ncode > 0;
    for (int i = 0; i < column->ncode; i++) {
        char *rest;
        strtol(column->codes[i].code, &rest, 10);
        column->whole_codes = column->whole_codes && *rest == '\0';
    }
}

static bool read_bound(const char *text, double *bound)
{
    char *end = NULL;
    *bound = *text ? strtod(text, &end) : NAN;
    return !*text || *end == '\0';
}

static bool read_type(const char *text, ColumnType *type)
{
    for (int i = 0; i < TYPE_COUNT; i++)
        if (strcmp(TYPE_NAMES[i], text) == 0) {
            *type = (ColumnType)i;
            return true;
        }
    return false;
}

static bool read_reference(Arena *arena, DataColumn *column, const char *text)
{
    if (!*text)
        return true;
    char *copy = arena_text(arena, text), *dot = strchr(copy, '.');
    if (!dot)
        return false;
    *dot = '\0';
    column->reference_dataset = copy;
    column->reference_column = dot + 1;
    char *soft = strchr(dot + 1, '?');
    column->reference_soft = soft != NULL;
    if (soft)
        *soft = '\0';
    return true;
}

static bool bad(Run *run, const Asset *asset, const TextTable *table, int row, const char *value)
{
    return diag_fail(run->diag, (Place){asset->file, row < table->nrow ? table->lines[row] : 1, 0},
                     MSG_DATASET_DECLARATION, asset->name, value);
}

static bool is_name(const char *text)
{
    if (!*text || strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(text))
        return false;
    return (*text < '0' || *text > '9') && strcmp(text, "row") && strcmp(text, "submission") &&
           strcmp(text, "state") && strcmp(text, "action");
}

static bool read_column(Run *run, Arena *arena, const Asset *asset, const TextTable *table, int row,
                        DataColumn *column)
{
    const char *name = text_table_get(table, row, "column");
    const char *type = text_table_get(table, row, "type");
    column->name = name;
    if (!is_name(name))
        return bad(run, asset, table, row, name);
    if (!read_type(type, &column->type))
        return bad(run, asset, table, row, type);
    column->required = strcmp(text_table_get(table, row, "required"), "1") == 0;
    column->key = strcmp(text_table_get(table, row, "key"), "1") == 0;
    if (!read_reference(arena, column, text_table_get(table, row, "reference")))
        return bad(run, asset, table, row, text_table_get(table, row, "reference"));
    if (!read_bound(text_table_get(table, row, "min"), &column->min))
        return bad(run, asset, table, row, text_table_get(table, row, "min"));
    if (!read_bound(text_table_get(table, row, "max"), &column->max))
        return bad(run, asset, table, row, text_table_get(table, row, "max"));
    read_codes(arena, column, text_table_get(table, row, "codes"));
    column->title[LANG_LV] = text_table_get(table, row, "title_lv");
    column->title[LANG_EN] = text_table_get(table, row, "title_en");
    column->help[LANG_LV] = text_table_get(table, row, "help_lv");
    column->help[LANG_EN] = text_table_get(table, row, "help_en");
    dataset_add_header(arena, column, name);
    dataset_add_header(arena, column, column->title[LANG_LV]);
    return true;
}

static bool read_head(Run *run, const Asset *asset, const TextTable *table, Dataset *dataset)
{
    const char *origin = table->nrow > 1 ? text_table_get(table, 1, "type") : "";
    if (table->nrow < 2 || strcmp(text_table_get(table, 1, "column"), "*") != 0)
        return bad(run, asset, table, 1, "*");
    if (strcmp(origin, "central") == 0)
        dataset->origin = ORIGIN_CENTRAL;
    else if (strcmp(origin, "regional") == 0)
        dataset->origin = ORIGIN_REGIONAL;
    else if (strcmp(origin, "both") == 0)
        dataset->origin = ORIGIN_BOTH;
    else
        return bad(run, asset, table, 1, origin);
    const char *date = text_table_get(table, 1, "codes");
    dataset->date_column = *date ? date : NULL;
    dataset->title[LANG_LV] = text_table_get(table, 1, "title_lv");
    dataset->title[LANG_EN] = text_table_get(table, 1, "title_en");
    return true;
}

bool dataset_read(Run *run, Arena *arena, const Asset *asset, Dataset *dataset)
{
    *dataset = (Dataset){.name = asset->name, .file = asset->file, .region_column = -1};
    TextTable table;
    if (!text_table_read(arena, asset->text, asset->size, &table))
        return bad(run, asset, &table, table.nrow, "\"");
    if (!is_name(asset->name) || !read_head(run, asset, &table, dataset))
        return false;
    for (int row = 2; row < table.nrow; row++) {
        DataColumn column = {0};
        if (!read_column(run, arena, asset, &table, row, &column))
            return false;
        if (dataset_column(dataset, column.name) >= 0)
            return bad(run, asset, &table, row, column.name);
        dataset_add(arena, dataset, &column);
    }
    if (dataset->date_column && dataset_column(dataset, dataset->date_column) < 0)
        return bad(run, asset, &table, 1, dataset->date_column);
    dataset->region_column = dataset_column(dataset, "region");
    dataset->programme_wide = strcmp(dataset->name, "community") == 0;
    return true;
}

bool dataset_list(Run *run, Arena *arena, DatasetList *list)
{
    const Asset **assets;
    int n = asset_list(run, "ingest/datasets", ".csv", &assets);
    list->items = arena_new(arena, Dataset, n);
    list->count = 0;
    for (int i = 0; i < n; i++)
        if (dataset_read(run, arena, assets[i], &list->items[list->count]))
            list->count++;
    return true;
}
