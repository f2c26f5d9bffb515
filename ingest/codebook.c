/* The codebook (item, instrument) → columns of `survey`: bounds, missing codes, answer labels. */
#include "ingest/load.h"

#include "core/text.h"

#include <math.h>
#include <string.h>

static bool is_column_name(const char *text)
{
    return *text && strlen(text) < 60 && !strchr(text, '"');
}

/* `1=Pilnīgi nepiekrītu;2=…` */
void codebook_labels(Arena *arena, DataColumn *column, const char *labels)
{
    const char **parts;
    int n = labels ? text_split(arena, labels, ';', &parts) : 0;
    for (int i = 0; i < n; i++) {
        char *part = arena_text(arena, parts[i]), *equals = strchr(part, '=');
        if (!equals)
            continue;
        *equals = '\0';
        dataset_add_code(arena, column, text_normal(arena, part, strlen(part)), equals + 1);
    }
}

static DataColumn make_item(Arena *arena, const Query *query)
{
    DataColumn column = {.name = query_text_in(query, 0, arena), .item = true};
    column.type = TYPE_NUMBER;
    column.min = query_double(query, 1);
    column.max = query_double(query, 2);
    const char *missing = query_text_in(query, 3, arena);
    column.nmissing = missing ? text_split(arena, missing, ';', &column.missing) : 0;
    for (int i = 4; i < 7; i++)
        codebook_labels(arena, &column, query_text_in(query, i, arena));
    column.title[LANG_LV] = query_text_in(query, 7, arena);
    column.title[LANG_EN] = query_text_in(query, 8, arena);
    column.help[LANG_LV] = column.help[LANG_EN] = "";
    dataset_add_header(arena, &column, column.name);
    for (int i = 7; i < 10; i++)
        dataset_add_header(arena, &column, query_text_in(query, i, arena));
    return column;
}

/* A label that also stands for a missing code is left to the missing codes. */
static void add_missing_labels(Arena *arena, DataColumn *column)
{
    int n = column->nmissing;
    for (int i = 0; i < n; i++)
        for (int c = 0; c < column->ncode; c++)
            if (strcmp(column->codes[c].code, column->missing[i]) == 0)
                for (int l = 0; l < LANG_COUNT; l++) {
                    if (!column->codes[c].label[l])
                        continue;
                    const char **more = arena_new(arena, const char *, column->nmissing + 1);
                    memcpy(more, column->missing, sizeof *more * (size_t)column->nmissing);
                    more[column->nmissing++] = column->codes[c].label[l];
                    column->missing = more;
                }
}

static bool is_taken(const Dataset *survey, const DataColumn *column)
{
    for (int i = 0; i < survey->ncolumn; i++)
        if (sqlite3_stricmp(survey->columns[i].name, column->name) == 0)
            return true;
    return false;
}

bool codebook_apply(Ingest *in)
{
    Dataset *survey = dataset_find(&in->datasets, "survey");
    Dataset *item = dataset_find(&in->datasets, "item");
    Query query;
    if (!survey || !item || !item->made)
        return true;
    if (!query_open(&query, in->run,
                    SQL("SELECT item, min, max, missing_codes, labels_lv, labels_en, labels_ru, "
                        "text_lv, text_en, text_ru FROM ingest_item ORDER BY \"row\"")))
        return false;
    while (query_next(&query)) {
        DataColumn column = make_item(in->arena, &query);
        add_missing_labels(in->arena, &column);
        if (is_column_name(column.name) && !is_taken(survey, &column))
            dataset_add(in->arena, survey, &column);
    }
    return query_close(&query);
}
