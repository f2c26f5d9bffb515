/* The tables of a dataset, and the one statement that fills them. */
#include "ingest/store.h"

#include "core/text.h"

#include <string.h>

static void add_columns(Buffer *sql, const Dataset *dataset, bool types)
{
    for (int i = 0; i < dataset->ncolumn; i++)
        if (dataset->columns[i].type != TYPE_ITEMS && i != dataset->region_column)
            buffer_format(sql, ", \"%s\"%s%s", dataset->columns[i].name, types ? " " : "",
                          types ? dataset_sql_type(&dataset->columns[i]) : "");
}

static bool note_columns(Ingest *in, const Dataset *dataset)
{
    Query query;
    if (!query_open(
            &query, in->run,
            SQL("INSERT INTO ingest_column (dataset, position, field, type, is_key, title_lv, "
                "title_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")))
        return false;
    for (int i = 0; i < dataset->ncolumn; i++) {
        const DataColumn *column = &dataset->columns[i];
        if (column->type == TYPE_ITEMS)
            continue;
        query_bind(&query, 1, "tittitt", dataset->name, (int64_t)(i + 1), column->name,
                   dataset_type_name(column->type), (int64_t)column->key, column->title[LANG_LV],
                   column->title[LANG_EN]);
        query_run(&query);
    }
    return query_close(&query);
}

bool store_make(Ingest *in, Dataset *dataset)
{
    if (dataset->made)
        return true;
    Buffer sql = buffer_open(in->arena);
    buffer_format(&sql,
                  "CREATE TABLE \"ingest_%s_row\" (\"row\" INTEGER PRIMARY KEY, region TEXT, "
                  "submission TEXT, state TEXT NOT NULL",
                  dataset->name);
    add_columns(&sql, dataset, true);
    buffer_format(&sql, ") STRICT; CREATE VIEW \"ingest_%s\" AS SELECT \"row\", region, submission",
                  dataset->name);
    add_columns(&sql, dataset, false);
    buffer_format(&sql, " FROM \"ingest_%s_row\" WHERE state = 'current';", dataset->name);
    dataset->made = true;
    return note_columns(in, dataset) && db_exec(in->run, (Sql){dataset->file, 1, buffer_end(&sql)});
}

static bool try_unique(Ingest *in, const Dataset *dataset, const char *keys)
{
    char *sql =
        arena_format(in->arena, "CREATE UNIQUE INDEX \"ingest_%s_key\" ON \"ingest_%s_row\" (%s)",
                     dataset->name, dataset->name, keys);
    return sqlite3_exec(in->run->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Tries a unique index first, without and with the region: where it can be made there is no history
 * to resolve. */
bool store_index(Ingest *in, Dataset *dataset)
{
    const char *keys = history_key(in->arena, dataset, "");
    const char *region = strstr(keys, ", \"region\"");
    if (!*keys)
        return true;
    if (dataset->nwithdrawal == 0) {
        size_t length = region ? (size_t)(region - keys) : strlen(keys);
        dataset->unique = try_unique(in, dataset, arena_copy(in->arena, keys, length)) ||
                          (region && try_unique(in, dataset, keys));
    }
    if (dataset->unique)
        return true;
    char *plain =
        arena_format(in->arena, "CREATE INDEX \"ingest_%s_key\" ON \"ingest_%s_row\" (%s, state)",
                     dataset->name, dataset->name, keys);
    return db_exec(in->run, (Sql){dataset->file, 1, plain});
}

/* Where the statement takes the region from: its own column, or the file's. */
static int region_parameter(const Dataset *dataset)
{
    int index = 5;
    for (int i = 0; i < dataset->region_column; i++)
        index += dataset->columns[i].type != TYPE_ITEMS;
    return dataset->region_column >= 0 ? index : 2;
}

bool store_open(Ingest *in, RowStore *store, const Dataset *dataset, const FileEntry *file,
                const bool *bound)
{
    *store = (RowStore){.dataset = dataset, .file = file, .bound = bound};
    Buffer sql = buffer_open(in->arena), values = buffer_open(in->arena);
    buffer_format(&sql, "INSERT INTO \"ingest_%s_row\" (\"row\", region, submission, state",
                  dataset->name);
    int index = 5;
    for (int i = 0; i < dataset->ncolumn; i++) {
        if (dataset->columns[i].type == TYPE_ITEMS)
            continue;
        if (i != dataset->region_column) {
            buffer_format(&sql, ", \"%s\"", dataset->columns[i].name);
            buffer_format(&values, ", ?%d", index);
        }
        index++;
    }
    buffer_format(&sql, ") VALUES (?1, ?%d, ?3, ?4%s)", region_parameter(dataset),
                  buffer_end(&values));
    return query_open(&store->insert, in->run, (Sql){dataset->file, 1, buffer_end(&sql)});
}

static void bind_value(sqlite3_stmt *stmt, int index, const Value *value)
{
    switch (value->kind) {
    case VALUE_INTEGER:
        sqlite3_bind_int64(stmt, index, value->integer);
        break;
    case VALUE_REAL:
        sqlite3_bind_double(stmt, index, value->real);
        break;
    case VALUE_TEXT:
        sqlite3_bind_text(stmt, index, value->text, -1, SQLITE_STATIC);
        break;
    default:
        sqlite3_bind_null(stmt, index);
    }
}

bool store_put(RowStore *store, int line, const char *state, Value *values)
{
    const Dataset *dataset = store->dataset;
    const FileEntry *file = store->file;
    sqlite3_stmt *stmt = store->insert.stmt;
    sqlite3_bind_int64(stmt, 1, ROW_OF(file->file, line));
    sqlite3_bind_text(stmt, 2, file->region, -1, SQLITE_STATIC);
    sqlite3_bind_text(stmt, 3, file->submission, -1, SQLITE_STATIC);
    sqlite3_bind_text(stmt, 4, state, -1, SQLITE_STATIC);
    for (int i = 0, index = 5; i < dataset->ncolumn; i++) {
        if (dataset->columns[i].type == TYPE_ITEMS)
            continue;
        if (i == dataset->region_column && file->region)
            values[i] = (Value){.kind = VALUE_TEXT, .text = file->region};
        if (store->bound[i])
            bind_value(stmt, index, &values[i]);
        index++;
    }
    return query_run(&store->insert);
}

bool store_close(RowStore *store)
{
    return query_close(&store->insert);
}
