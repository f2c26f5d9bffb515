/* Rules as data: ingest/rules/NAME.sql selects the rows (row, field) that are wrong or doubtful.
 * Its header has severity, message_lv and message_en, which may show further columns as {name}. */
#include "ingest/fault.h"

#include "core/asset.h"
#include "core/lang.h"
#include "core/stage.h"
#include "core/text.h"

#include <math.h>
#include <string.h>

static const char *const HEADER_KEYS[] = {"severity", "message_lv", "message_en", "why"};

/* A result column as people write it. */
static const char *show(Arena *arena, const Query *query, int column, Lang lang)
{
    int type = sqlite3_column_type(query->stmt, column);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
        double value = query_double(query, column);
        int decimals = 0;
        while (decimals < 2 &&
               fabs(value * pow(10, decimals) - round(value * pow(10, decimals))) > 1e-9)
            decimals++;
        return lang_number(arena, lang, value, decimals);
    }
    const char *text = query_text(query, column);
    Date date = text ? date_parse(text) : DATE_NONE;
    if (date != DATE_NONE)
        return lang_date(arena, lang, date);
    return text ? arena_text(arena, text) : "";
}

/* Puts {column} in. */
static const char *fill(Arena *arena, const Query *query, const char *text, Lang lang)
{
    Buffer out = buffer_open(arena);
    while (*text) {
        const char *open = strchr(text, '{'), *close = open ? strchr(open, '}') : NULL;
        if (!close) {
            buffer_text(&out, text);
            break;
        }
        buffer_add(&out, text, (size_t)(open - text));
        char *name = arena_copy(arena, open + 1, (size_t)(close - open) - 1);
        int column = query_column(query, name);
        if (column >= 0)
            buffer_text(&out, show(arena, query, column, lang));
        text = close + 1;
    }
    return buffer_end(&out);
}

/* The dataset of a row: that of its file. */
static const Dataset *dataset_of(Ingest *in, Arena *arena, int64_t row)
{
    char *name = db_text(in->run, arena,
                         SQL("SELECT dataset FROM ingest_file WHERE file = CAST(?1 AS INTEGER)"),
                         arena_format(arena, "%lld", (long long)(row >> 32)), NULL);
    return name ? dataset_find(&in->datasets, name) : NULL;
}

static const char *stored_value(Ingest *in, Arena *arena, const Dataset *dataset, int64_t row,
                                const char *field)
{
    int column = dataset && field ? dataset_column(dataset, field) : -1;
    if (column < 0 || dataset->columns[column].type == TYPE_PERSON)
        return NULL;
    const char *sql = arena_format(
        arena, "SELECT \"%s\" FROM \"ingest_%s_row\" WHERE \"row\" = CAST(?1 AS INTEGER)", field,
        dataset->name);
    return db_text(in->run, arena, (Sql){dataset->file, 1, sql},
                   arena_format(arena, "%lld", (long long)row), NULL);
}

static bool keep_out(Ingest *in, Arena *arena, const Dataset *dataset, int64_t row)
{
    Query query;
    if (!dataset)
        return true;
    const char *sql = arena_format(
        arena, "UPDATE \"ingest_%s_row\" SET state = 'rejected' WHERE \"row\" = ?1", dataset->name);
    if (!query_open(&query, in->run, (Sql){dataset->file, 1, sql}))
        return false;
    query_bind(&query, 1, "i", row);
    query_run(&query);
    return query_close(&query);
}

typedef struct {
    int64_t row;
    const char *field, *text[LANG_COUNT];
} Hit;

static int collect(Ingest *in, Arena *arena, const Header *header, Hit **hits)
{
    Query query;
    int count = 0, capacity = 0;
    *hits = NULL;
    Sql sql = asset_sql(header->asset);
    if (!query_open(&query, in->run, sql))
        return -1;
    int row = query_column(&query, "row"), field = query_column(&query, "field");
    if (row < 0 || field < 0 || !sqlite3_stmt_readonly(query.stmt)) {
        query_close(&query);
        diag_report(in->run->diag, (Place){sql.file, 1, 0}, MSG_RULE_RESULT, header->asset->name);
        return -1;
    }
    const char *lv = header_get(header, "message_lv"), *en = header_get(header, "message_en");
    while (query_next(&query)) {
        *hits = arena_room(arena, *hits, sizeof **hits, count, &capacity);
        (*hits)[count++] =
            (Hit){query_int(&query, row),
                  query_text_in(&query, field, arena),
                  {fill(arena, &query, lv, LANG_LV), fill(arena, &query, en ? en : lv, LANG_EN)}};
    }
    return query_close(&query) ? count : -1;
}

static bool run_one(Ingest *in, const Header *header, Severity severity, int64_t *nkept_out)
{
    Arena *arena = arena_open();
    Hit *hits;
    int n = collect(in, arena, header, &hits);
    bool done = n >= 0;
    char *code = arena_format(arena, "rule.%s", header->asset->name);
    for (int i = 0; i < n && done; i++) {
        const Dataset *dataset = dataset_of(in, arena, hits[i].row);
        Diagnostic d = {.severity = severity,
                        .code = code,
                        .text = {hits[i].text[LANG_LV], hits[i].text[LANG_EN]}};
        fault_row_text(in, hits[i].row, hits[i].field,
                       stored_value(in, arena, dataset, hits[i].row, hits[i].field), &d);
        if (severity == SEVERITY_ERROR) {
            done = keep_out(in, arena, dataset, hits[i].row);
            ++*nkept_out;
        }
    }
    arena_close(arena);
    return done;
}

bool rule_run(Ingest *in, Severity severity, int64_t *nkept_out)
{
    const Asset **assets;
    int n = asset_list(in->run, "ingest/rules", ".sql", &assets);
    for (int i = 0; i < n; i++) {
        Header header = header_read(in->arena, assets[i]);
        const char *wanted = header_need(in->run, &header, "severity");
        if (!wanted || !header_need(in->run, &header, "message_lv") ||
            !header_check(in->run, &header, HEADER_KEYS, COUNT(HEADER_KEYS)))
            return false;
        bool error = strcmp(wanted, "error") == 0;
        if (!error && strcmp(wanted, "warning") != 0)
            return diag_fail(in->run->diag, header_place(&header, "severity"), MSG_HEADER_VALUE,
                             "severity", wanted, "error, warning");
        if (error == (severity == SEVERITY_ERROR) && !run_one(in, &header, severity, nkept_out))
            return false;
    }
    return true;
}
