/* Reads a region's mapping.csv from the store and applies it to headers. */
#include "ingest/mapping.h"

#include "core/text.h"
#include "ingest/fault.h"

#include <fnmatch.h>
#include <string.h>

bool mapping_applies(const MappingRow *row, const Dataset *dataset, const char *file)
{
    const char *slash = strrchr(file, '/');
    return strcmp(row->dataset, dataset->name) == 0 &&
           (!row->pattern || fnmatch(row->pattern, slash ? slash + 1 : file, 0) == 0);
}

const char *mapping_header(const Mapping *mapping, const Dataset *dataset, const char *file,
                           const char *key)
{
    for (int i = 0; i < mapping->count; i++) {
        const MappingRow *row = &mapping->rows[i];
        if (row->source_key && strcmp(row->source_key, key) == 0 &&
            mapping_applies(row, dataset, file))
            return row->column;
    }
    return NULL;
}

/* A row that names a dataset or column we do not have is told and not used. */
static bool is_known(Ingest *in, int64_t row, const char *dataset_name, const char *column)
{
    const Dataset *dataset = dataset_find(&in->datasets, dataset_name);
    if (!dataset) {
        fault_row(in, row, "dataset", dataset_name, MSG_MAPPING_DATASET, dataset_name);
        return false;
    }
    if (strcmp(column, "action") == 0 || dataset_column(dataset, column) >= 0)
        return true;
    fault_row(in, row, "column", column, MSG_MAPPING_COLUMN, dataset_name, column);
    return false;
}

static const char *key_in(Arena *arena, const Query *query, int column)
{
    const char *text = query_text(query, column);
    return text ? text_key(arena, text) : NULL;
}

bool mapping_read(Ingest *in, const char *region)
{
    Query query;
    MappingRow *rows = NULL;
    int count = 0, capacity = 0;
    in->mapping = (Mapping){0};
    if (!query_open(
            &query, in->run,
            SQL("SELECT \"row\", dataset, file, source_column, \"column\", source_value, value "
                "FROM ingest_mapping WHERE region = ?1 ORDER BY \"row\"")))
        return false;
    query_bind(&query, 1, "t", region);
    while (query_next(&query)) {
        if (!is_known(in, query_int(&query, 0), query_text(&query, 1), query_text(&query, 4)))
            continue;
        const char *value = query_text_in(&query, 6, in->arena);
        rows = arena_room(in->arena, rows, sizeof *rows, count, &capacity);
        rows[count++] = (MappingRow){.dataset = query_text_in(&query, 1, in->arena),
                                     .pattern = query_text_in(&query, 2, in->arena),
                                     .source_key = key_in(in->arena, &query, 3),
                                     .column = query_text_in(&query, 4, in->arena),
                                     .value_key = key_in(in->arena, &query, 5),
                                     .value = value ? value : ""};
    }
    in->mapping = (Mapping){rows, count};
    return query_close(&query);
}
