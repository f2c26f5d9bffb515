/* Reads KPI files, checks header and SQL with their places, and makes the views. */
#include "metrics/kpi.h"

#include "core/stage.h"
#include "core/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const COLUMNS[COLUMN_COUNT] = {"row", "region", "on_date", "until_date",
                                                  "sex", "unit",   "value",   "base"};
static const char COLUMN_NAMES[] = "row, region, on_date, until_date, sex, unit, value, base";

static const struct {
    const char *name;
    bool needs[COLUMN_COUNT]; /* besides row, region and on_date */
} FOLDS[FOLD_KIND_COUNT] = {
    [FOLD_COUNT] = {"count", {false}},
    [FOLD_DISTINCT] = {"distinct", {[COLUMN_UNIT] = true}},
    [FOLD_SUM] = {"sum", {[COLUMN_VALUE] = true}},
    [FOLD_RATIO] = {"ratio", {[COLUMN_VALUE] = true, [COLUMN_BASE] = true}},
    [FOLD_STOCK] = {"stock", {[COLUMN_UNTIL_DATE] = true, [COLUMN_UNIT] = true}},
};

static const char *const KEYS[] = {
    "title_lv",      "title_en",   "point",          "fold",           "unit",
    "format",        "direction",  "about",          "sexes",          "definition_lv",
    "definition_en", "anchor",     "datasets",       "position",       "additive",
    "counted_lv",    "counted_en", "not_counted_lv", "not_counted_en",
};

/* The value of a key out of a list "a|b|c" (the first is the default); its index, or -1. */
static int choice(Run *run, const Header *header, const char *key, const char *choices)
{
    const char *value = header_get(header, key), **names;
    int n = text_split(run->arena, choices, '|', &names);
    if (!value)
        return 0;
    for (int i = 0; i < n; i++)
        if (text_equal(names[i], value))
            return i;
    diag_report(run->diag, header_place(header, key), MSG_HEADER_VALUE, key, value, choices);
    return -1;
}

/* The SELECT begins on the first line that is no header comment. */
static Sql body_of(const Asset *asset)
{
    Sql sql = asset_sql(asset);
    while (text_starts(sql.text, "--")) {
        const char *end = strchr(sql.text, '\n');
        sql.text = end ? end + 1 : sql.text + strlen(sql.text);
        sql.line++;
    }
    return sql;
}

static bool is_name(const char *id)
{
    return *id && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(id);
}

static bool read_header(Run *run, Kpi *kpi)
{
    const Header *header = &kpi->header;
    bool good = header_check(run, header, KEYS, COUNT(KEYS));
    static const char *const NEEDED[] = {"title_lv", "title_en",      "fold",         "unit",
                                         "about",    "definition_lv", "definition_en"};
    for (int i = 0; i < COUNT(NEEDED); i++)
        good = header_need(run, header, NEEDED[i]) && good;
    int fold = choice(run, header, "fold", "count|distinct|sum|ratio|stock");
    int about = choice(run, header, "about", "things|persons");
    int sexes = choice(run, header, "sexes", "0|1");
    int additive = choice(run, header, "additive", "0|1|within");
    if (choice(run, header, "format", "integer|decimal1|share|eur|eur2") < 0 ||
        choice(run, header, "direction", "more|less") < 0 || fold < 0 || about < 0 || sexes < 0 ||
        additive < 0)
        return false;
    const char *position = header_get(header, "position");
    kpi->position = position ? atoi(position) : 1000000;
    kpi->fold = (FoldKind)fold;
    kpi->persons = about == 1;
    kpi->sexes = sexes == 1;
    kpi->additive = additive == 1 || fold == FOLD_COUNT || fold == FOLD_SUM;
    kpi->within = kpi->additive || additive == 2;
    return good;
}

/* Whether nothing but white space and comments follows the first statement. */
static bool is_alone(Run *run, const Query *query)
{
    sqlite3_stmt *second = NULL;
    const char *rest = query->sql.text + strlen(sqlite3_sql(query->stmt));
    bool alone = sqlite3_prepare_v2(run->db, rest, -1, &second, NULL) == SQLITE_OK && !second;
    sqlite3_finalize(second);
    return alone;
}

static bool check_columns(Run *run, Kpi *kpi, const Query *query)
{
    Place at = {kpi->sql.file, kpi->sql.line, 1};
    bool good = true;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        kpi->has[i] = query_column(query, COLUMNS[i]) >= 0;
        bool needed =
            i <= COLUMN_ON_DATE || FOLDS[kpi->fold].needs[i] || (i == COLUMN_SEX && kpi->sexes);
        if (needed && !kpi->has[i])
            good = diag_fail(run->diag, at, MSG_SQL_COLUMN_MISSING, COLUMNS[i]);
    }
    for (int i = 0; i < query_ncolumn(query); i++) {
        bool known = false;
        for (int j = 0; j < COLUMN_COUNT; j++)
            known = known || text_equal(query_name(query, i), COLUMNS[j]);
        if (!known)
            good = diag_fail(run->diag, at, MSG_METRICS_COLUMN, query_name(query, i), COLUMN_NAMES);
    }
    return good;
}

/* Prepares the SELECT behind a fence that lets it read and nothing else. */
static bool check_sql(Run *run, Kpi *kpi)
{
    static const char *const MAY_READ[] = {"ingest", "metrics"};
    Fence narrow = {.earlier = MAY_READ, .nearlier = COUNT(MAY_READ)}, *outer = run->fence;
    Query query;
    stage_fence(run, &narrow);
    bool good = query_open(&query, run, kpi->sql);
    if (good) {
        Place at = {kpi->sql.file, kpi->sql.line, 1};
        if (!query.stmt || !sqlite3_stmt_readonly(query.stmt) || query_ncolumn(&query) == 0 ||
            !is_alone(run, &query))
            good = diag_fail(run->diag, at, MSG_SQL_NOT_SELECT);
        else
            good = check_columns(run, kpi, &query);
        query_close(&query);
    }
    stage_fence(run, outer);
    return good;
}

static int by_position(const void *left, const void *right)
{
    const Kpi *a = left, *b = right;
    return a->position != b->position ? (a->position > b->position) - (a->position < b->position)
                                      : strcmp(a->id, b->id);
}

bool kpi_list(Run *run, const Kpi **list, int *count)
{
    const Asset **assets;
    *count = asset_list(run, "metrics/kpi", ".sql", &assets);
    Kpi *kpis = arena_new(run->arena, Kpi, *count);
    bool good = true;
    for (int i = 0; i < *count; i++) {
        Kpi *kpi = &kpis[i];
        kpi->id = assets[i]->name;
        kpi->header = header_read(run->arena, assets[i]);
        kpi->sql = body_of(assets[i]);
        if (!is_name(kpi->id))
            good = diag_fail(run->diag, (Place){assets[i]->file, 0, 0}, MSG_METRICS_NAME, kpi->id);
        else
            good = read_header(run, kpi) && check_sql(run, kpi) && good;
    }
    if (*count)
        qsort(kpis, (size_t)*count, sizeof *kpis, by_position);
    *list = kpis;
    return good;
}

FoldKind kpi_fold(const char *name)
{
    int fold = 0;
    while (fold < FOLD_KIND_COUNT - 1 && !text_equal(FOLDS[fold].name, name))
        fold++;
    return (FoldKind)fold;
}

const char *kpi_view(Run *run, const char *id)
{
    return arena_format(run->arena, "metrics_kpi_%s", id);
}

static const char *value_or(const Header *header, const char *key, const char *fallback)
{
    const char *value = header_get(header, key);
    return value ? value : fallback;
}

static bool store_catalogue(Run *run, const Kpi *kpi, int position)
{
    const Header *header = &kpi->header;
    Query query;
    if (!query_open(&query, run,
                    SQL("INSERT INTO metrics_catalogue VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                        "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)")))
        return false;
    query_bind(&query, 1, "titttttt", kpi->id, (int64_t)position, header_get(header, "title_lv"),
               header_get(header, "title_en"), header_get(header, "point"), FOLDS[kpi->fold].name,
               header_get(header, "unit"), value_or(header, "format", "integer"));
    query_bind(&query, 9, "ttiitttttt", value_or(header, "direction", "more"),
               kpi->persons ? "persons" : "things", (int64_t)kpi->sexes,
               (int64_t)(kpi->additive ? 1
                         : kpi->within ? 2
                                       : 0),
               header_get(header, "definition_lv"), header_get(header, "definition_en"),
               header_get(header, "counted_lv"), header_get(header, "counted_en"),
               header_get(header, "not_counted_lv"), header_get(header, "not_counted_en"));
    query_bind(&query, 19, "ttt",
               value_or(header, "anchor", arena_format(run->arena, "kpi-%s", kpi->id)),
               header->asset->file, kpi->sql.text);
    query_run(&query);
    return query_close(&query);
}

static bool store_datasets(Run *run, const Kpi *kpi)
{
    const char *text = header_get(&kpi->header, "datasets"), **names;
    int n = text ? text_split(run->arena, text, ',', &names) : 0;
    Query query;
    if (!query_open(&query, run, SQL("INSERT OR IGNORE INTO metrics_dataset VALUES (?1, ?2)")))
        return false;
    for (int i = 0; i < n; i++) {
        query_bind(&query, 1, "tt", kpi->id, names[i]);
        query_run(&query);
    }
    return query_close(&query);
}

bool kpi_store(Run *run, const Kpi *kpi, int position)
{
    const char *view = arena_format(run->arena, "CREATE VIEW \"%s\" AS\n%s", kpi_view(run, kpi->id),
                                    kpi->sql.text);
    return db_exec(run, (Sql){kpi->sql.file, kpi->sql.line - 1, view}) &&
           store_catalogue(run, kpi, position) && store_datasets(run, kpi);
}

Sql kpi_rows(Run *run, const Kpi *kpi, const char *tail)
{
    Buffer text = buffer_open(run->arena);
    for (int i = 0; i < COLUMN_COUNT; i++)
        buffer_format(&text, "%s%s", i ? ", " : "SELECT ",
                      kpi->has[i] ? COLUMNS[i]
                                  : arena_format(run->arena, "NULL AS %s", COLUMNS[i]));
    buffer_format(&text, "\nFROM \"%s\" %s", kpi_view(run, kpi->id), tail);
    return (Sql){kpi->sql.file, kpi->sql.line - 1, buffer_end(&text)};
}
